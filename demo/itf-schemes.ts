import {seeded} from './encode.ts'
import {areas} from './itf-projects.ts'

/** Cases and money of a part of a scheme in a year. */
export interface Share {
  readonly count: number
  readonly thousands: number // HK$ thousand
}

/** Schemes of many small cases, which the list of projects leaves out. */
export type Scheme = 'CRS' | 'TVP' | 'PAG' | 'RTH' | 'NITTP'

/** What the technology voucher pays for (our classes). */
export const solutions = [
  '企業資源規劃方案',
  '電子庫存管理系統',
  '網上銷售及預約系統',
  '客戶關係管理方案',
  '網絡保安方案',
  '大數據及雲端分析方案',
  '流動應用程式',
  '樓宇資訊模擬系統',
  '擴增實境技術',
  '人力資源管理系統',
  '其他',
] as const

/** What those who hold a technology voucher do (our classes). */
export const businesses = [
  '批發及零售業',
  '進出口貿易業',
  '製造業',
  '建造業',
  '資訊及通訊業',
  '專業服務業',
  '飲食及酒店業',
  '運輸及物流業',
  '金融及保險業',
  '教育業',
  '醫療及社會服務業',
  '其他',
] as const

/** Closed to applications after 31 December 2024, so that no sample case is later. */
export const vouchersLast = 2024

/** Voucher cases by solution and by business: rows and columns of one table, so both add up. */
export function vouchersOf(year: number): readonly (readonly Share[])[] {
  const chance = seeded(`TVP ${year}`)
  return solutions.map((_, solution) =>
    businesses.map((_, business) => {
      const most = Math.max(3, 90 - solution * 7 - business * 4)
      const count = year > vouchersLast ? 0 : chance.between(1, most)
      return {count, thousands: count * chance.between(120, 210)}
    }),
  )
}

/** Cases of the Research Talent Hub by technology area. */
export function talentsOf(year: number): readonly {readonly area: string; readonly share: Share}[] {
  const chance = seeded(`RTH ${year}`)
  return areas.map(area => {
    const count = chance.between(20, 240)
    return {area, share: {count, thousands: count * chance.between(420, 560)}}
  })
}

/** Cases of one of the other schemes in a calendar year. */
export function casesOf(scheme: Scheme, year: number): Share {
  if (scheme === 'TVP') return sum(vouchersOf(year).flat())
  if (scheme === 'RTH') return sum(talentsOf(year).map(({share}) => share))
  const chance = seeded(`${scheme} ${year}`)
  const [first, last, each] = {CRS: [60, 110, 1_100], PAG: [70, 150, 240], NITTP: [900, 3_200, 48]}[
    scheme
  ] as [number, number, number]
  const count = chance.between(first, last)
  return {count, thousands: count * each + chance.between(0, 900)}
}

/** Cases and money added up. */
export function sum(shares: readonly Share[]): Share {
  return {
    count: shares.reduce((total, share) => total + share.count, 0),
    thousands: shares.reduce((total, share) => total + share.thousands, 0),
  }
}
