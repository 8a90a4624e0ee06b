import {readFileSync} from 'node:fs'
import {type CsvOptions, csv, htmlPage, json} from './encode.ts'
import {
  annualList,
  annualListInDollars,
  betterLivingProjects,
  specialCallProjects,
  trialProjects,
} from './itf-lists.ts'
import {designatedInstitutions, laboratoryFunding, venturePortfolio} from './itf-organisations.ts'
import {
  courseRegistrations,
  generalSupport,
  patentGrants,
  talents,
  trainingGrants,
  vouchersByBusiness,
  vouchersBySolution,
} from './itf-statistics.ts'
import {annualStatistics, byArea, bySector, type Rows} from './itf-tables.ts'
import type {HttpOffer, Offer} from './offer.ts'

// The tables in real/ are served byte for byte, marks and spaces inside numbers included; where
// they come from is in real/SOURCES.md. Everything else is made up, and its names say so.
const real: readonly Offer[] = [
  'StatView101_20161130.csv',
  'StatView101_20161231.csv',
  'StatView101_20251231.csv',
  'StatView104_20240131.csv',
  'technology_areas_20250930.csv',
  'annual_statistics_undated-a.csv',
  'annual_statistics_undated-b.csv',
].map(realTable)

const years = [2023, 2024, 2025]

const yearly: readonly Offer[] = years.flatMap(year => [
  sample(`psts_${year}.csv`, () => trialProjects(year)),
  sample(`gsp_statistics_${year}.csv`, () => generalSupport(year)),
  sample(`nittp_courses_${year}.csv`, () => courseRegistrations(year)),
  sample(`nittp_grants_${year}.csv`, () => trainingGrants(year)),
  sample(`annual_statistics_${year}.csv`, () => annualStatistics(year)),
  sample(`annual_sectors_${year}.csv`, () => bySector(year)),
  sample(`annual_areas_${year}.csv`, () => byArea(year)),
  // Saved by a spreadsheet program, which puts a BOM before UTF-8 and writes "Unicode text" as UTF-16.
  sample(`pag_${year}.csv`, () => patentGrants(year), {bom: true}),
  sample(`rth_${year}.csv`, () => talents(year), {encoding: 'utf-16le', bom: true}),
  sampleJson(`fbl_projects_${year}.json`, () => betterLivingProjects(year)),
])

const vouchers: readonly Offer[] = [2022, 2023, 2024].flatMap(year => [
  sample(`tvp_solutions_${year}.csv`, () => vouchersBySolution(year)),
  sample(`tvp_businesses_${year}.csv`, () => vouchersByBusiness(year)),
])

// Known of the real files: 2019 is windows-1252, later years UTF-8, 2024 with a BOM, 2020 headed
// ($M) over whole dollars; a year that is not there answers a page for people, with status 200.
const lists: readonly Offer[] = [
  missingYear(2018),
  sample('annuallist_2019_e.csv', () => annualList(2019), {encoding: 'windows-1252'}),
  sample('annuallist_2020_e.csv', () => annualListInDollars(2020)),
  ...[2021, 2022, 2023, 2024, 2025].map(year =>
    sample(`annuallist_${year}_e.csv`, () => annualList(year), {bom: year === 2024}),
  ),
  missingYear(2026),
]

const others: readonly Offer[] = [
  ...['2023-24', '2024-25', '2025-26'].map(year =>
    sample(`skl_cnerc_${year}.csv`, () => laboratoryFunding(year)),
  ),
  ...['2024-06-30', '2024-12-31', '2025-12-31'].map(day =>
    sample(`itvf_portfolio_${compact(day)}.csv`, () => venturePortfolio(day), {bom: true}),
  ),
  ...['2023-12-31', '2024-12-31', '2025-12-31'].map(day =>
    sampleJson(`dlri_${compact(day)}.json`, () => ({value: designatedInstitutions(day)})),
  ),
  sample('psts_covid19_projects.csv', specialCallProjects),
]

/** What the Innovation and Technology Fund's server offers: D34 to D48, A2, A3, B1, B2 and D1. */
export const offersItf: readonly Offer[] = [...real, ...yearly, ...vouchers, ...lists, ...others]

function realTable(file: string): HttpOffer {
  return {
    kind: 'http',
    path: `/itf/${file}`,
    mediaType: 'text/csv',
    bytes: () => readFileSync(new URL(`./real/itf/${file}`, import.meta.url)),
  }
}

function sample(file: string, rows: () => Rows, options: CsvOptions = {}): HttpOffer {
  return {
    kind: 'http',
    path: `/itf/${file}`,
    mediaType: 'text/csv',
    bytes: () => csv(rows(), options),
  }
}

function sampleJson(file: string, value: () => unknown): HttpOffer {
  return {
    kind: 'http',
    path: `/itf/${file}`,
    mediaType: 'application/json',
    bytes: () => json(value()),
  }
}

function missingYear(year: number): HttpOffer {
  return {
    kind: 'http',
    path: `/itf/annuallist_${year}_e.csv`,
    mediaType: 'text/html',
    bytes: () => htmlPage('Page not found', 'The page that you asked for is not here.'),
  }
}

function compact(day: string): string {
  return day.replaceAll('-', '')
}
