import type {Cell} from './encode.ts'
import {projectsOf, type SampleProject} from './itf-projects.ts'
import type {Rows} from './itf-tables.ts'

/** The header that the yearly lists are known to have, and the ninth column that has no name. */
const header = [
  'No.',
  'Programme*',
  'Reference No.',
  'Project Title',
  'Lead Applicant',
  'Funds Approved ($M)',
  'Revised Funds Approved ($M)',
  'Remarks',
  '',
]

const abbreviations = [
  '* ITSP – Innovation and Technology Support Programme; MHKJFS – Mainland-Hong Kong Joint Funding Scheme; TCFS – Guangdong-Hong Kong Technology Cooperation Funding Scheme',
  '* PRP – Partnership Research Programme; MRP – Midstream Research Programme; ESS – Enterprise Support Scheme; PSTS – Public Sector Trial Scheme; GSP – General Support Programme',
  '* NIFS – New Industrialisation Funding Scheme; FBL – Innovation and Technology Fund for Better Living',
  'Note 1: Sample project’s funding was revised after approval.',
]

/** D41: the yearly list of approved projects, footnotes in a ninth column and in rows below. */
export function annualList(year: number): Rows {
  return [header, ...projectsOf(year).map(listed(millionsOf)), ...footnoteRows()]
}

/** The list of 2020 as its like is known: headed ($M), its cells whole dollars. */
export function annualListInDollars(year: number): Rows {
  const dollars = (thousands: number) => `HK$${thousands * 1000}`
  return [header, ...projectsOf(year).map(listed(dollars)), ...footnoteRows()]
}

function listed(money: (thousands: number) => string) {
  return (project: SampleProject, index: number): readonly Cell[] => [
    index + 1,
    project.programme,
    project.reference,
    // Typed in a word processor, as the dash and the accent say: they are why an encoding matters.
    index % 9 === 4 ? `${project.title.en} – a café-scale trial` : project.title.en,
    project.applicant.en,
    money(project.thousands),
    project.revisedThousands === null ? '' : money(project.revisedThousands),
    project.revisedThousands === null ? '' : 'Scope reduced',
    project.revisedThousands === null ? '' : 'Note 1',
  ]
}

/** 2799 → "2.799" */
function millionsOf(thousands: number): string {
  return `${Math.floor(thousands / 1000)}.${String(thousands % 1000).padStart(3, '0')}`
}

const footnoteRows = (): Rows =>
  abbreviations.map(text => [text, ...Array.from({length: header.length - 1}, () => '')])

/** A2: the preceding year's projects of the Public Sector Trial Scheme: those of the yearly list. */
export function trialProjects(year: number): Rows {
  return [
    ['項目編號', '項目名稱', '申請機構', '參與機構名稱', '科技範疇', '資助金額（港元）'],
    ...projectsOf(year)
      .filter(({programme}) => programme === 'PSTS')
      .map(project => [
        project.reference,
        project.title['zh-Hant'],
        project.applicant['zh-Hant'],
        project.partner['zh-Hant'],
        project.area,
        project.thousands * 1000,
      ]),
  ]
}

/** D48: the special call against the epidemic, once. */
export function specialCallProjects(): Rows {
  const projects = [2020, 2022, 2024, 2025]
    .flatMap(year => projectsOf(year))
    .filter(({programme}) => programme === 'PSTS')
    .slice(0, 45)
  return [
    ['項目編號', '項目名稱', '申請機構', '參與機構名稱', '資助金額（港元）'],
    ...projects.map((project, index) => [
      `SAMPLE/PSTS-C19/${String(index + 1).padStart(3, '0')}`,
      project.title['zh-Hant'],
      project.applicant['zh-Hant'],
      project.partner['zh-Hant'],
      project.thousands * 700,
    ]),
  ]
}

/** D37: projects of the Fund for Better Living, approved from 2017 to a year, as JSON. */
export function betterLivingProjects(last: number): readonly object[] {
  const beneficiaries = ['長者', '殘疾人士', '學童', '照顧者', '少數族裔人士', '長期病患者']
  const years = Array.from({length: last - 2016}, (_, index) => 2017 + index)
  return years
    .flatMap(year => projectsOf(year).map(project => ({year, project})))
    .filter(({project}) => project.programme === 'FBL')
    .map(({year, project}, index) => ({
      項目編號: project.reference,
      批准年份: year,
      項目名稱: project.title['zh-Hant'],
      申請機構: project.applicant['zh-Hant'],
      聯合申請機構: index % 3 === 0 ? null : project.partner['zh-Hant'],
      目標受惠人士: beneficiaries[index % beneficiaries.length],
      資助金額: project.thousands * 1000,
    }))
}
