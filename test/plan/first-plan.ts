import {readFileSync} from 'node:fs'
import type {Publisher} from '../../src/model/site.ts'

const site = new URL('../../sites/hk-itc/', import.meta.url)

/** The first plan's document, as it lies in the site. */
export const document = {
  file: 'itc-open-data-plan-2022-2024.zh-Hant.txt',
  bytes: new Uint8Array(
    readFileSync(new URL('plan/itc-open-data-plan-2022-2024.zh-Hant.txt', site)),
  ),
}

export const documentText = new TextDecoder().decode(document.bytes)

export const publishers = JSON.parse(
  readFileSync(new URL('publishers.json', site), 'utf8'),
) as Publisher[]
