import {readFileSync} from 'node:fs'
import {csv, seeded} from './encode.ts'
import type {Offer} from './offer.ts'

/** The indicators in the Council's order, with what a sample year may hold (tenths for rates). */
const indicators = [
  ['綜合服務項目數目', 560, 690, 1],
  ['綜合學習課程學員人數', 12_800, 19_900, 1],
  ['綜合服務項目收入 (港幣百萬元)', 5_900, 7_400, 10],
  ['綜合學習課程收入 (港幣百萬元)', 230, 270, 10],
  ['研討會參加人數', 24_500, 29_800, 1],
  ['新研發項目數目', 96, 150, 1],
  ['引用生產力局專利新項目數目', 42, 80, 1],
  ['客戶滿意指數', 88, 96, 10],
  ['學員滿意指數', 86, 95, 10],
] as const

/** Counts carry commas and money one decimal, as in the real table. */
function words(value: number, scale: 1 | 10): string {
  if (scale === 10) return (value / 10).toFixed(1)
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}

function sampleYear(year: string): Uint8Array {
  const rows = indicators.map(([name, first, last, scale]) => {
    const chance = seeded(`hkpc ${year} ${name}`)
    const actual = chance.between(first, last)
    const target = Math.round(actual * (0.86 + chance.next() * 0.2))
    return [name, words(actual, scale), words(Math.min(target, last), scale)]
  })
  return csv([['主要表現指標', `${year} 實際`, `${year} 目標`], ...rows], {bom: true})
}

/** The real table of 2024/25, as real/SOURCES.md says, with the mark that the Council's files begin with. */
function realYear(): Uint8Array {
  const bytes = readFileSync(new URL('./real/hkpc/kpi_2024_25.csv', import.meta.url))
  return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])
}

const mediaType = 'text/csv'

/** D20: one file a financial year. */
export const offersHkpc: readonly Offer[] = [
  {kind: 'http', path: '/hkpc/kpi_2022_23.csv', mediaType, bytes: () => sampleYear('2022/23')},
  {kind: 'http', path: '/hkpc/kpi_2023_24.csv', mediaType, bytes: () => sampleYear('2023/24')},
  {kind: 'http', path: '/hkpc/kpi_2024_25.csv', mediaType, bytes: realYear},
]
