import type {Cell, Sheet} from './encode.ts'
import {
  type Category,
  type CategorySheet,
  categorySheet,
  figure,
  type Measure,
  percent,
  sheetName,
  titleRows,
  yearsTo,
} from './hkctc-sheets.ts'

type Range = readonly [first: number, last: number]

const million = '百萬港元 HK$ million'
const share = '百分比 %'
const persons = '就業人數 Number of persons engaged'
const establishments = '機構單位數目 Number of establishments'
const rounded =
  '註 Note: 由於四捨五入，數字相加未必等於總計。Figures may not add up owing to rounding.'

/** A measure and its share of the whole, both from the same invented figures. */
function measureAndShare(name: string, ranges: {readonly [category: Category]: Range}): Measure[] {
  const value = (category: Category, year: number, edition: number) =>
    figure(`${name} ${category}`, ranges[category]!, year, edition)
  const whole = (year: number, edition: number) =>
    Object.keys(ranges).reduce((sum, category) => sum + value(category, year, edition), 0)
  return [
    {name, cell: value},
    {
      name: share,
      cell: (category, year, edition) =>
        percent(value(category, year, edition), whole(year, edition)),
      total: () => 100,
    },
  ]
}

function sharesSheet(
  table: number,
  title: readonly [string, string],
  corner: string,
  name: string,
  ranges: {readonly [category: Category]: Range},
): CategorySheet {
  const measures = measureAndShare(name, ranges)
  const categories = Object.keys(ranges)
  return {table, title, corner, categories, measures, total: true, notes: [rounded]}
}

const sizes: {readonly [size: Category]: readonly [units: Range, persons: Range, receipts: Range]} =
  {
    '1–9人 1–9 persons': [
      [520, 560],
      [1_700, 1_900],
      [1_300, 1_600],
    ],
    '10–19人 10–19 persons': [
      [120, 140],
      [1_500, 1_800],
      [1_500, 1_900],
    ],
    '20–49人 20–49 persons': [
      [75, 90],
      [2_300, 2_600],
      [2_100, 2_600],
    ],
    '50–99人 50–99 persons': [
      [22, 30],
      [1_600, 1_900],
      [2_000, 2_500],
    ],
    '100人或以上 100 persons or more': [
      [20, 26],
      [6_000, 6_900],
      [8_000, 9_400],
    ],
  }

const sizeOf = (part: 0 | 1 | 2) =>
  Object.fromEntries(Object.entries(sizes).map(([size, ranges]) => [size, ranges[part]]))

/** A cell that would tell of single persons is kept back, and a second one, so that no sum tells. */
const suppressed = '§'

function hidingSmall(
  sheet: CategorySheet,
  hidden: readonly Category[],
  year: number,
): CategorySheet {
  const measures = sheet.measures.map((measure): Measure => {
    const whole = (at: number, edition: number) =>
      sheet.categories.reduce((sum, of) => sum + Number(measure.cell(of, at, edition)), 0)
    return {
      ...measure,
      cell: (of, at, edition) =>
        hidden.includes(of) && at === year ? suppressed : measure.cell(of, at, edition),
      total: measure.total ?? whole,
    }
  })
  const note = `${suppressed} 為免洩露個別機構單位的資料而不予公布 Not released, to keep information on single establishments confidential`
  return {...sheet, measures, notes: [...sheet.notes, note]}
}

const categorySheets: readonly CategorySheet[] = [
  sharesSheet(
    3,
    [
      '私營獨立檢測及認證機構 – 按服務類別劃分的業務收益',
      'Private independent testing and certification establishments – Business receipts by type of service',
    ],
    '服務類別 Type of service',
    million,
    {
      '測試 Testing': [10_200, 11_400],
      '檢驗 Inspection': [2_300, 2_700],
      '認證 Certification': [640, 780],
      '其他服務 Other services': [420, 560],
    },
  ),
  sharesSheet(
    4,
    [
      '私營獨立檢測及認證機構 - 從測試服務獲得的業務收益',
      'Private independent testing and certification establishments - Business receipts from testing services',
    ],
    '測試範疇 Area of testing',
    million,
    {
      '紡織品、成衣及鞋類 Textiles, garments and footwear': [1_900, 2_200],
      '玩具及兒童產品 Toys and children’s products': [1_300, 1_600],
      '電氣及電子產品 Electrical and electronic products': [1_700, 2_000],
      '食品 Food': [480, 620],
      '建築材料 Construction materials': [1_100, 1_300],
      '環境 Environmental': [620, 760],
      '醫務化驗 Medical testing': [2_500, 3_100],
      '珠寶及貴金屬 Jewellery and precious metals': [150, 210],
      '其他 Others': [420, 560],
    },
  ),
  sharesSheet(
    5,
    [
      '私營獨立檢測及認證機構 - 按機構單位規模劃分的業務收益',
      'Private independent testing and certification establishments - Business receipts by size of establishment',
    ],
    '機構單位規模 Size of establishment',
    million,
    sizeOf(2),
  ),
  {
    table: 6,
    title: [
      '按機構單位規模劃分的私營獨立檢測及認證機構單位數目和就業人數',
      'Number of private independent testing and certification establishments and persons engaged by size of establishment',
    ],
    corner: '機構單位規模 Size of establishment',
    categories: Object.keys(sizes),
    measures: [
      measureAndShare(establishments, sizeOf(0))[0]!,
      measureAndShare(persons, sizeOf(1))[0]!,
    ],
    total: true,
    notes: [rounded],
  },
  sharesSheet(
    7,
    [
      '私營獨立檢測及認證機構 - 按職業劃分的就業人數',
      'Private independent testing and certification establishments - Persons engaged by occupation',
    ],
    '職業 Occupation',
    persons,
    {
      '經理及行政級人員 Managers and administrators': [1_050, 1_250],
      '專業人員 Professionals': [2_700, 3_000],
      '輔助專業人員 Associate professionals': [5_900, 6_500],
      '文書支援人員 Clerical support workers': [2_300, 2_600],
      '其他 Others': [1_400, 1_700],
    },
  ),
  hidingSmall(
    sharesSheet(
      8,
      [
        '私營獨立檢測及認證機構 - 按教育程度劃分的專業人員就業人數',
        'Private independent testing and certification establishments - Professionals engaged by educational attainment',
      ],
      '教育程度 Educational attainment',
      persons,
      {
        '博士學位 Doctoral degree': [40, 70],
        '碩士學位 Master’s degree': [620, 760],
        '學士學位 Bachelor’s degree': [1_900, 2_100],
        '副學位 Sub-degree': [60, 110],
      },
    ),
    ['博士學位 Doctoral degree', '副學位 Sub-degree'],
    2019,
  ),
  sharesSheet(
    9,
    [
      '私營獨立檢測及認證機構 - 按教育程度劃分的輔助專業人員就業人數',
      'Private independent testing and certification establishments - Associate professionals engaged by educational attainment',
    ],
    '教育程度 Educational attainment',
    persons,
    {
      '學士學位 Bachelor’s degree': [2_500, 2_900],
      '副學位 Sub-degree': [1_900, 2_200],
      '中學 Secondary': [1_300, 1_600],
    },
  ),
]

/** Sheets 3 to 9: D7 to D13. */
export function tablesByCategory(edition: number): Sheet[] {
  return categorySheets.map(sheet => categorySheet(sheet, edition))
}

const occupations: readonly (readonly [name: Category, makers: Range, public_: Range])[] = [
  ['專業人員 Professionals', [820, 940], [1_050, 1_200]],
  ['輔助專業人員 Associate professionals', [1_500, 1_700], [1_350, 1_500]],
  ['其他 Others', [260, 340], [380, 460]],
]

/** Sheet 10: D14. Year and occupation down, kind of establishment across. */
export function otherEstablishments(edition: number): Sheet {
  const rows = yearsTo(edition).flatMap(year => {
    const cells = occupations.map(([name, makers, bodies]) => ({
      name,
      makers: figure(`makers ${name}`, makers, year, edition),
      bodies: figure(`bodies ${name}`, bodies, year, edition),
    }))
    const sum = (part: 'makers' | 'bodies') => cells.reduce((whole, cell) => whole + cell[part], 0)
    // The survey of public bodies began a year later.
    const ofBodies = (count: number) =>
      year === 2019 ? ['N.A.', 'N.A.'] : [count, percent(count, sum('bodies'))]
    return cells.map(({name, makers, bodies}): Cell[] => [
      String(year),
      name,
      makers,
      percent(makers, sum('makers')),
      ...ofBodies(bodies),
    ])
  })
  return {
    name: sheetName(10),
    rows: [
      ...titleRows(10, [
        '從事測試活動的其他機構 - 按職業劃分的就業人數',
        'Other establishments engaged in testing activities - Persons engaged by occupation',
      ]),
      [
        '年份 Year',
        '職業 Occupation',
        '製造商和出口商 Manufacturers and exporters',
        null,
        '政府部門／公共機構 Government departments and public bodies',
        null,
      ],
      [null, null, persons, share, persons, share],
      ...rows,
      ['註 Note: N.A. 不適用或未有數字 Not available'],
    ],
    merges: ['A4:A5', 'B4:B5', 'C4:D4', 'E4:F4'],
  }
}

/** Sheet 11: D15. One heading merged over three columns. */
export function profitRatio(edition: number): Sheet {
  const ratio = (of: string, year: number) => figure(`profit ${of}`, [120, 190], year, 0)
  const row = (year: number) => {
    const [small, large] = [ratio('small', year), ratio('large', year)]
    // Larger establishments earn about two thirds of all receipts.
    const all = Math.round(small * 0.34 + large * 0.66)
    return [all, small, large].map(tenths => tenths / 10)
  }
  const columns = [
    '所有機構單位 All',
    '少於50人 Fewer than 50 persons',
    '50人或以上 50 persons or more',
  ]
  return {
    name: sheetName(11),
    rows: [
      ...titleRows(11, [
        '私營獨立檢測及認證機構 - 盈利率',
        'Private independent testing and certification establishments - Profit ratio',
      ]),
      ['年份 Year', '盈利率 Profit ratio (%)', null, null],
      [null, ...columns],
      ...yearsTo(edition).map(year => [`${year}`, ...row(year)]),
      [
        '註 Note: 盈利率指未扣除稅項等的盈利佔業務收益的百分比 Profit before tax as a percentage of business receipts',
      ],
    ],
    merges: ['A4:A5', 'B4:D4'],
  }
}

/** Sheet 12: D17. The newest year carries the mark of a provisional figure. */
export function valueAddedPerPerson(edition: number): Sheet {
  const value = (year: number) =>
    (figure('value added per person', [4_900, 5_300], year, edition) / 10).toFixed(1)
  return {
    name: sheetName(12),
    rows: [
      ...titleRows(12, [
        '檢測及認證活動就業人士平均增加價值',
        'Value added per person engaged in testing and certification activities',
      ]),
      ['年份 Year', '就業人士平均增加價值 Value added per person engaged (HK$ thousand)'],
      ...yearsTo(edition).map(year => [
        `${year}`,
        year === edition ? `${value(year)}*` : Number(value(year)),
      ]),
      ['* 臨時數字 Provisional figure'],
    ],
  }
}

const largest = [
  ['首5間 Largest 5', [300, 340]],
  ['首10間 Largest 10', [430, 470]],
  ['首20間 Largest 20', [560, 600]],
  ['首50間 Largest 50', [700, 740]],
] as const

/** Sheet 13: D18. Shares of the largest establishments, each holding the ones before it. */
export function concentration(edition: number): Sheet {
  const year = (at: number) =>
    largest.map(([, [first, last]], index) => {
      // One growth for all, so that the larger group never falls below the smaller.
      const drift = figure('concentration', [990, 1_010], at, 0) - 1_000
      return (first + (last - first) / 2 + drift / (index + 2)) / 10
    })
  const heading = '佔業務收益總額的百分比 Share of total business receipts (%)'
  return {
    name: sheetName(13),
    rows: [
      ...titleRows(13, [
        '私營獨立檢測及認證機構業務集中度',
        'Business concentration of private independent testing and certification establishments',
      ]),
      ['年份 Year', ...largest.map(([name]) => name)],
      [null, ...largest.map(() => heading)],
      ...yearsTo(edition).map(at => [`${at}`, ...year(at).map(value => Number(value.toFixed(1)))]),
      ['註 Note: 按業務收益排列 Ranked by business receipts'],
    ],
    merges: ['A4:A5'],
  }
}
