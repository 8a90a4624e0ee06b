import {readFileSync} from 'node:fs'
import type {Holidays} from '../../src/model/site.ts'

/** Hong Kong's clock and general holidays, as the site has them. */
export const hongKong = {
  timeZone: 'Asia/Hong_Kong',
  holidays: JSON.parse(
    readFileSync(new URL('../../sites/hk-itc/holidays.json', import.meta.url), 'utf8'),
  ) as Holidays,
}
