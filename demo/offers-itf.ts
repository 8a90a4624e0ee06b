import {readFileSync} from 'node:fs'
import type {HttpOffer, Offer} from './offer.ts'

// The tables in real/ are served byte for byte, marks and spaces inside numbers included; where
// they come from is in real/SOURCES.md.
const real: readonly Offer[] = [
  'StatView101_20161130.csv',
  'StatView101_20161231.csv',
  'StatView101_20251231.csv',
].map(realTable)

/** What the Innovation and Technology Fund's server offers: D34 to D48, A2, A3, B1, B2 and D1. */
export const offersItf: readonly Offer[] = [...real]

function realTable(file: string): HttpOffer {
  return {
    kind: 'http',
    path: `/itf/${file}`,
    mediaType: 'text/csv',
    bytes: () => readFileSync(new URL(`./real/itf/${file}`, import.meta.url)),
  }
}
