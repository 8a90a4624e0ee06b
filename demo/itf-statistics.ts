import {seeded} from './encode.ts'
import {grouped, millions} from './itf-projects.ts'
import {businesses, type Share, solutions, sum, talentsOf, vouchersOf} from './itf-schemes.ts'
import {approvedIn, type Rows} from './itf-tables.ts'

/** Years that a history begins with. */
const firstYear = 2016

const yearsTo = (last: number, first = firstYear) =>
  Array.from({length: last - first + 1}, (_, index) => first + index)

/** A3: the General Support Programme, year by year. */
export function generalSupport(last: number): Rows {
  return [
    ['年份', '獲批項目數目', '獲批資助金額（百萬港元）'],
    ...yearsTo(last).map(year => {
      const {count, thousands} = approvedIn('GSP', year)
      return [year, count, millions(thousands)]
    }),
  ]
}

/** The training programme's name in a year: it changed in October 2023. */
const trainingName = (year: number) =>
  year < 2023 ? '再工業化及科技培訓計劃' : '新型工業化及科技培訓計劃'

/** B1: applications for public course registration; each file restates the year before it. */
export function courseRegistrations(last: number): Rows {
  return [
    ['年份', '計劃名稱', '收到申請數目', '獲批申請數目'],
    ...yearsTo(last, 2018).map(year => {
      const chance = seeded(`courses ${year}`)
      const received = chance.between(120, 420)
      const approved = Math.floor(received * 0.82)
      // Applications still open at the end of a year are decided in the next one.
      return [year, trainingName(year), received, year === last ? approved - 7 : approved]
    }),
  ]
}

/** B2: training grants, year by year. */
export function trainingGrants(last: number): Rows {
  return [
    ['年份', '計劃名稱', '獲批申請數目', '獲資助受訓人數', '資助金額（百萬港元）'],
    ...yearsTo(last, 2018).map(year => {
      const {count, thousands} = approvedIn('NITTP', year)
      const trainees = count * 2 + seeded(`trainees ${year}`).between(0, 900)
      return [year, trainingName(year), count, trainees, millions(thousands)]
    }),
  ]
}

/** D42: the Patent Application Grant, year by year. */
export function patentGrants(last: number): Rows {
  return [
    ['年份', '收到申請數目', '獲批申請數目', '獲批資助金額（百萬港元）'],
    ...yearsTo(last).map(year => {
      const {count, thousands} = approvedIn('PAG', year)
      return [year, Math.floor(count * 1.6), count, millions(thousands)]
    }),
  ]
}

/** D43: talents approved in a year by technology area. */
export function talents(year: number): Rows {
  return withTotal(
    ['科技範疇', '獲批研究人才數目', '資助金額（百萬港元）'],
    talentsOf(year).map(({area, share}) => [area, share]),
  )
}

/** D44: vouchers of a year by service or solution. */
export function vouchersBySolution(year: number): Rows {
  const table = vouchersOf(year)
  return withTotal(
    ['科技服務／方案', '獲批項目數目', '資助金額（百萬港元）'],
    solutions.map((solution, at) => [solution, sum(table[at] ?? [])]),
  )
}

/** D45: the same vouchers by the applicants' business. */
export function vouchersByBusiness(year: number): Rows {
  const table = vouchersOf(year)
  return withTotal(
    ['業務類別', '獲批項目數目', '資助金額（百萬港元）'],
    businesses.map((business, at) => [business, sum(table.flatMap(row => row.slice(at, at + 1)))]),
  )
}

function withTotal(
  header: readonly string[],
  parts: readonly (readonly [label: string, share: Share])[],
): Rows {
  const rows = [...parts, ['總計', sum(parts.map(([, share]) => share))] as const]
  return [
    header,
    ...rows.map(([label, {count, thousands}]) => [label, grouped(count, ','), millions(thousands)]),
  ]
}
