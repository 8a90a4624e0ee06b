import {readFileSync} from 'node:fs'
import {type Cell, type Sheet, seeded, xls} from './encode.ts'
import {sheetName, titleRows} from './hkctc-sheets.ts'
import {
  concentration,
  otherEstablishments,
  profitRatio,
  tablesByCategory,
  valueAddedPerPerson,
} from './hkctc-tables.ts'
import type {Offer} from './offer.ts'

/** Values of the Council's own charts, as real/SOURCES.md says; by chart title and year. */
function chart(title: string): ReadonlyMap<string, number> {
  const text = readFileSync(new URL('./real/hkctc/charts_2009_2022.csv', import.meta.url), 'utf8')
  const rows = text.split(/\r?\n/).map(line => /,(\d{4}),(\d+)$/.exec(line.trim()))
  const lines = text.split(/\r?\n/)
  return new Map(
    rows.flatMap((match, index) =>
      match && lines[index]!.startsWith(title) ? [[match[1]!, Number(match[2])] as const] : [],
    ),
  )
}

const transcribed = '圖表數值由第三方轉錄 Values of the charts, transcribed by a third party'

/** Two charts as one sheet: a row a year, as far as both have one. */
function chartSheet(
  table: number,
  title: readonly [string, string],
  columns: readonly (readonly [heading: string, chart: string])[],
): Sheet {
  const charts = columns.map(([, name]) => chart(name))
  const years = [...charts[0]!.keys()]
  const rows: Cell[][] = years.map(year => [
    year,
    ...charts.map(values => values.get(year) ?? null),
  ])
  return {
    name: sheetName(table),
    rows: [
      ...titleRows(table, title, transcribed),
      ['年份 Year', ...columns.map(([name]) => name)],
      ...rows,
    ],
  }
}

/** Sheets 1 and 2, which are real and end in 2022: D5 and D6. */
function realSheets(): Sheet[] {
  return [
    chartSheet(
      1,
      [
        '從事檢測及認證活動的機構單位數目及就業人數',
        'Number of establishments and persons engaged in testing and certification activities',
      ],
      [
        ['機構單位數目 Number of establishments', 'Number of Establishment engaged'],
        ['就業人數 Number of persons engaged', 'Number of persons engaged'],
      ],
    ),
    chartSheet(
      2,
      [
        '私營獨立檢測及認證機構 – 主要統計數字',
        'Private independent testing and certification establishments – Key statistics',
      ],
      [
        ['業務收益（百萬港元） Business receipts (HK$ million)', 'Business Receipts'],
        ['行業增加價值（百萬港元） Industry value added (HK$ million)', 'Industry value added'],
      ],
    ),
  ]
}

/** The yearly workbook. Later editions have no sheets 1 and 2, since nobody knows their figures. */
function workbook(edition: number): Uint8Array {
  return xls([
    ...(edition === 2022 ? realSheets() : []),
    ...tablesByCategory(edition),
    otherEstablishments(edition),
    profitRatio(edition),
    valueAddedPerPerson(edition),
    concentration(edition),
  ])
}

const editions: readonly Offer[] = [2022, 2023, 2024].map(edition => ({
  kind: 'file',
  path: `hkctc/statistics-${edition}.xls`,
  bytes: () => workbook(edition),
}))

/** Areas of technology in the order of the scheme's list; the first seven were there from 2018. */
const areas = [
  ['生物科技 Biotechnology', true],
  ['人工智能 Artificial intelligence', true],
  ['網絡安全 Cybersecurity', true],
  ['機械人技術 Robotics', true],
  ['數據分析 Data analytics', true],
  ['金融科技 Financial technologies', true],
  ['材料科學 Material science', true],
  ['先進通訊技術 Advanced communication technologies', false],
  ['數碼娛樂 Digital entertainment', false],
  ['綠色科技 Green technology', false],
  ['集成電路設計 Integrated circuit design', false],
  ['物聯網 Internet of Things', false],
  ['微電子 Microelectronics', false],
  ['量子技術 Quantum technology', false],
] as const

/** Half-years at whose end the scheme counts, and how many areas it knew then. */
const counts = [
  {day: '2022-06-30', halves: 8, areas: 7, others: false},
  {day: '2025-06-30', halves: 14, areas: 14, others: false},
  {day: '2025-12-31', halves: 15, areas: 14, others: true},
  {day: '2026-06-30', halves: 16, areas: 14, others: true},
] as const

type Count = (typeof counts)[number]

function quotasByArea({
  halves,
  areas: known,
  others,
}: Count): readonly (readonly [string, number])[] {
  const rows = areas.slice(0, known).map(([name, early]): readonly [string, number] => {
    const chance = seeded(`techtas ${name}`)
    const first = early ? 0 : 9
    let quotas = 0
    for (let half = 0; half < halves; half += 1) {
      const step = chance.between(1, early ? 14 : 6)
      if (half >= first) quotas += step
    }
    return [name, quotas]
  })
  return others ? [...rows, ['其他科技範疇 Other technology areas', (halves - 14) * 9]] : rows
}

function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  const name = month === 6 ? 'June' : 'December'
  return `截至${year}年${month}月${date}日 As at ${date} ${name} ${year}`
}

const sampleLine = '樣本數據 Sample data'

function quotaBook(count: Count): Uint8Array {
  const sum = quotasByArea(count).reduce((total, [, quotas]) => total + quotas, 0)
  return xls([
    {
      name: '配額 Quotas',
      rows: [
        [
          `已發出的「科技人才入境計劃」配額累積數目 Cumulative number of quotas issued (${sampleLine})`,
        ],
        [dayWords(count.day)],
        ['截至日期 As at', '累積配額數目 Cumulative number of quotas'],
        [count.day, sum],
      ],
    },
  ])
}

function areaBook(count: Count): Uint8Array {
  const rows = quotasByArea(count)
  const sum = rows.reduce((total, [, quotas]) => total + quotas, 0)
  return xls([
    {
      name: '科技範疇 Technology areas',
      rows: [
        [
          `已發出的「科技人才入境計劃」配額累積數目所屬的科技範疇 Technology areas of quotas issued (${sampleLine})`,
        ],
        [dayWords(count.day)],
        ['科技範疇 Technology area', '累積配額數目 Cumulative number of quotas'],
        ...rows,
        ['總計 Total', sum],
        ['註 Note: 配額以發出日期計算 Quotas are counted by date of issue'],
      ],
    },
  ])
}

const quotas: readonly Offer[] = counts.flatMap((count): Offer[] => {
  const day = count.day.replaceAll('-', '')
  const mediaType = 'application/vnd.ms-excel'
  return [
    {
      kind: 'http',
      path: `/itc/techtas_quotas_${day}.xls`,
      mediaType,
      bytes: () => quotaBook(count),
    },
    {kind: 'http', path: `/itc/techtas_areas_${day}.xls`, mediaType, bytes: () => areaBook(count)},
  ]
})

/** D5–D19: the Council's workbooks on the shelf, the scheme's over HTTP. */
export const offersHkctc: readonly Offer[] = [...editions, ...quotas]
