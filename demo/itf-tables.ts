import type {Cell} from './encode.ts'
import {
  areas,
  grouped,
  millions,
  type ProjectProgramme,
  projectProgrammes,
  projectsOf,
  type SampleProject,
  sectors,
  totalOf,
} from './itf-projects.ts'
import {casesOf, type Scheme, type Share, sum} from './itf-schemes.ts'

// Every table of a year is counted from the same invented cases, so that the tables agree with one
// another wherever the Fund's own would.

export type Rows = readonly (readonly Cell[])[]

/** Money of a year that no programme's row holds, as in the Fund's own tables (HK$ thousand). */
const beyondThousands = (year: number) => 1_120_000 + (year % 10) * 31_400

/** Programmes of the yearly statistics: English as the Fund's page of late 2023 has them. */
const programmes: readonly {readonly code: ProjectProgramme | Scheme; readonly name: string}[] = [
  {code: 'ITSP', name: 'Innovation and Technology Support Programme'},
  {code: 'MHKJFS', name: 'Mainland-Hong Kong Joint Funding Scheme'},
  {code: 'TCFS', name: 'Guangdong - Hong Kong Technology Cooperation Funding Scheme'},
  {code: 'PRP', name: 'Partnership Research Programme'},
  {code: 'MRP', name: 'Midstream Research Programme'},
  {code: 'ESS', name: 'Enterprise Support Scheme'},
  {code: 'CRS', name: 'Research and Development Cash Rebate Scheme(Since April 2016)'},
  {code: 'PSTS', name: 'Public Sector Trial Scheme'},
  {code: 'TVP', name: 'Technology Voucher Programme'},
  {code: 'GSP', name: 'General Support Programme'},
  {
    code: 'NIFS',
    name: 'New Industrialisation Funding Scheme (formerly known as Re-industrialisation Funding Scheme)',
  },
  {code: 'FBL', name: 'Innovation and Technology Fund for Better Living'},
  {code: 'PAG', name: 'Patent Application Grant'},
  {code: 'RTH', name: 'Research Talent Hub'},
  {code: 'NITTP', name: 'New Industrialisation and Technology Training Programme'},
]

/** What a programme approved in a calendar year. */
export function approvedIn(code: ProjectProgramme | Scheme, year: number): Share {
  if (!isProjectProgramme(code)) return casesOf(code, year)
  const projects = projectsOf(year).filter(({programme}) => programme === code)
  return sum(projects.map(({thousands}) => ({count: 1, thousands})))
}

function isProjectProgramme(code: string): code is ProjectProgramme {
  return projectProgrammes.some(programme => programme.code === code)
}

/** D38: approved projects of a year by programme, with the total that holds more than its rows. */
export function annualStatistics(year: number): Rows {
  const approved = programmes.map(({code, name}) => ({name, share: approvedIn(code, year)}))
  const total = grandTotal(year)
  return [
    ['Programme', 'Approved Projects', 'Funds Approved($M)'],
    ...approved.map(({name, share}) => [
      name,
      grouped(share.count, ' '),
      millions(share.thousands),
    ]),
    ['Total', `${grouped(total.count, ' ')}*`, `${millions(total.thousands)}**`],
  ]
}

function grandTotal(year: number): Share {
  const rows = sum(programmes.map(({code}) => approvedIn(code, year)))
  return {count: rows.count, thousands: rows.thousands + beyondThousands(year)}
}

/** Programmes that the cross-tables show, by the names of the Fund's page in Traditional Chinese. */
const shown = [
  ['ITSP', '創新及科技支援計劃'],
  ['MHKJFS', '內地與香港聯合資助計劃'],
  ['TCFS', '粵港科技合作資助計劃'],
  ['PRP', '夥伴研究計劃'],
  ['MRP', '院校中游研發計劃'],
  ['ESS', '企業支援計劃'],
  ['GSP', '一般支援計劃'],
  ['NIFS', '新型工業化資助計劃(前稱「再工業化資助計劃」)'],
  ['FBL', '創科生活基金'],
] as const

/** D39: a year by industrial sector and programme, under three heading rows. */
export function bySector(year: number): Rows {
  return crossTable('行業', sectors, project => project.sector, year)
}

/** D40: a year by technology area and programme, under three heading rows. */
export function byArea(year: number): Rows {
  return crossTable('科技範疇', areas, project => project.area, year)
}

function crossTable(
  heading: string,
  parts: readonly string[],
  partOf: (project: SampleProject) => string,
  year: number,
): Rows {
  const projects = projectsOf(year).filter(({programme}) =>
    shown.some(([code]) => code === programme),
  )
  const row = (label: string, own: readonly SampleProject[], last: readonly Cell[]) => [
    label,
    ...shown.flatMap(([code]) => pair(own.filter(({programme}) => programme === code))),
    ...last,
  ]
  const total = grandTotal(year)
  return [
    [heading, '資助計劃', ...blanks(shown.length * 2 + 1)],
    ['', ...shown.flatMap(([, name]) => [name, '']), '總計', ''],
    ['', ...Array.from({length: shown.length + 1}, () => ['數目', '百萬元']).flat()],
    ...parts.map(part => {
      const own = projects.filter(project => partOf(project) === part)
      return row(part, own, pair(own))
    }),
    row('總計', projects, [`${grouped(total.count, ' ')}*`, `${millions(total.thousands)}**`]),
  ]
}

function pair(projects: readonly SampleProject[]): readonly Cell[] {
  const {count, millions: money} = totalOf(projects)
  return [grouped(count, ' '), money]
}

const blanks = (count: number): readonly Cell[] => Array.from({length: count}, () => '')
