import {csv, sampleCompany, seeded} from './encode.ts'
import type {Offer} from './offer.ts'

// Big5-HKSCS, as a department's older system writes it; the invented shops carry characters that
// plain Big5 has not (嘅, 咗, 堃), so that whoever reads the file as Big5 sees it at once.
const shops = ['樣本嘅士多', '樣本食咗未茶餐廳', '樣本堃記五金', '樣本嚿雲繪圖', '樣本喺度髮廊']

interface Applicant {
  readonly number: string
  readonly name: string
  readonly dollars: number
}

/** An enterprise may be granted HK$300,000 in all and HK$100,000 a solution, hence the heaps. */
const ceilings = [300_000, 100_000, 200_000, 50_000]

const applicants: readonly Applicant[] = Array.from({length: 400}, (_, index) => {
  const chance = seeded(`dbiz ${index}`)
  const name = index % 16 === 5 ? shopName(index) : sampleCompany(index)['zh-Hant']
  const dollars = chance.next() < 0.35 ? chance.pick(ceilings) : chance.between(40, 2_990) * 100
  return {number: `SAMPLE-DB-${String(index * 7 + 1001).padStart(6, '0')}`, name, dollars}
})

function shopName(index: number): string {
  const shop = shops[Math.floor(index / 16) % shops.length]!
  return `${shop}（${Math.floor(index / 16) + 1}號店）`
}

/** The list at a day: it grows, a few that withdrew leave it, and two grants are revised. */
function listAt(rows: number, withdrawn: readonly number[], revised: boolean) {
  return [
    ['申請號碼', '申請企業名稱', '獲批資助金額（港元）'],
    ...applicants
      .slice(0, rows)
      .filter((_, index) => !withdrawn.includes(index))
      .map(({number, name, dollars}, index) => [
        number,
        name,
        revised && (index === 20 || index === 90) ? dollars - 4_000 : dollars,
      ]),
  ]
}

const lists = [
  {day: '20220131', rows: 372, withdrawn: [], revised: false},
  {day: '20220731', rows: 390, withdrawn: [14, 77, 201], revised: false},
  {day: '20230228', rows: 400, withdrawn: [14, 77, 201, 255], revised: true},
] as const

/** What the Anti-epidemic Fund's server offers: A1. */
export const offersAef: readonly Offer[] = lists.map(({day, rows, withdrawn, revised}) => ({
  kind: 'http',
  path: `/aef/dbiz_${day}.csv`,
  mediaType: 'text/csv',
  bytes: () => csv(listAt(rows, withdrawn, revised), {encoding: 'big5-hkscs'}),
}))
