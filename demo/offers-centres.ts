import {type Cell, csv, seeded} from './encode.ts'
import type {Offer} from './offer.ts'

// Five invented centres: the real ones never stand beside figures that nobody measured.
const centres = ['甲', '乙', '丙', '丁', '戊'].map(letter => `樣本研發中心${letter}`)

const indicators = [
  {name: '來自業界的收入水平', unit: '%', range: [310, 520], tenths: true, target: 35},
  {
    name: '涉及業界參與並進行中的項目數目',
    unit: '個',
    range: [22, 78],
    tenths: false,
    target: null,
  },
  {name: '參與進行中的項目的公司數目', unit: '間', range: [40, 140], tenths: false, target: null},
  {
    name: '受惠於公營機構試用計劃的機構數目',
    unit: '間',
    range: [6, 30],
    tenths: false,
    target: null,
  },
  {
    name: '在研究人才庫計劃下聘用的研究員數目',
    unit: '名',
    range: [12, 64],
    tenths: false,
    target: null,
  },
  {name: '提交及獲批的專利申請數目', unit: '項', range: [8, 55], tenths: false, target: null},
] as const

function rowsOf(year: string): readonly (readonly Cell[])[] {
  return centres.flatMap(centre =>
    indicators.map(({name, unit, range: [first, last], tenths, target}): readonly Cell[] => {
      const value = seeded(`${year} ${centre} ${name}`).between(first, last)
      return [centre, name, unit, tenths ? (value / 10).toFixed(1) : value, target]
    }),
  )
}

/** D49: one file a financial year, in Big5 as an older office suite saves it. */
export const offersCentres: readonly Offer[] = ['2022', '2023', '2024'].map(year => ({
  kind: 'http',
  path: `/itc/rd_centres_kpi_${year}.csv`,
  mediaType: 'text/csv',
  bytes: () =>
    csv([['研發中心', '主要表現指標', '單位', '實際', '目標'], ...rowsOf(year)], {
      encoding: 'big5-hkscs',
    }),
}))
