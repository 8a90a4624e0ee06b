import {seeded} from './encode.ts'
import type {Offer} from './offer.ts'

const subheads = [
  {code: '000', name: '樣本分目：運作開支', estimate: 420_000},
  {code: '661', name: '樣本分目：小型機器、車輛及設備', estimate: 9_600},
  {code: '700', name: '樣本分目：一般非經常開支', estimate: 138_000},
  {code: '8A1', name: '樣本分目：資助金（樣本機構甲）', estimate: 265_000},
  {code: '8B2', name: '樣本分目：資助金（樣本機構乙）', estimate: 190_000},
] as const

const quarterEnds = ['06-30', '09-30', '12-31', '03-31'] as const

/** Quarters whose books are closed: to the second of 2026-27. */
const quarters = [2022, 2023, 2024, 2025, 2026].flatMap(year =>
  [1, 2, 3, 4].filter(quarter => year < 2026 || quarter < 3).map(quarter => ({year, quarter})),
)

/** Financial year, quarter, last day, subhead, estimate, spent, spent to date (HK$ thousand). */
function entries(): readonly (readonly (string | number)[])[] {
  return subheads.flatMap(({code, name, estimate}) => {
    let toDate = 0
    return quarters.map(({year, quarter}) => {
      const approved = Math.round(estimate * (1 + (year - 2022) * 0.035))
      // The last quarter is the heaviest, as it is in books everywhere.
      const share = seeded(`${code} ${year} ${quarter}`).between(quarter === 4 ? 26 : 19, 26) / 100
      const spent = Math.round(approved * share)
      toDate = quarter === 1 ? spent : toDate + spent
      const last = `${quarter === 4 ? year + 1 : year}-${quarterEnds[quarter - 1]}`
      const financialYear = `${year}-${String(year + 1).slice(2)}`
      return [financialYear, quarter, last, code, name, approved, spent, toDate]
    })
  })
}

/** What the ledger, a database, offers: D50. */
export const offersLedger: readonly Offer[] = [
  {
    kind: 'sqlite',
    table: 'head_155_spending',
    columns: [
      'financial_year',
      'quarter',
      'quarter_end',
      'subhead',
      'subhead_name',
      'approved_estimate',
      'spent',
      'spent_to_date',
    ],
    rows: entries,
  },
]
