import {xmlFigure} from './encode.ts'
import {companies, companiesInPark, news, recruitment} from './hkstp-lists.ts'
import {airReadings, bikeStations, busQueues, minibusQueues, vehicleCounts} from './hkstp-park.ts'
import type {ODataOffer, Offer} from './offer.ts'

/** One figure as at a day, in a file of its own. */
interface Figure {
  readonly file: string
  readonly root: string
  readonly elements: {readonly [element: string]: string | number}
}

const monthEnds = ['2026-08-31', '2026-09-30', '2026-10-31'] as const
const yearEnds = ['2024-03-31', '2025-03-31', '2026-03-31'] as const

/** D24, D25: one file a month. */
const monthly = monthEnds.flatMap((day, index): Figure[] => {
  const month = day.slice(0, 7).replace('-', '')
  return [
    {
      file: `technology-companies-${month}`,
      root: 'TechnologyCompanies',
      elements: {AsAt: day, NumberOfTechnologyCompanies: companiesInPark - [5, 2, 0][index]!},
    },
    {
      file: `graduated-incubatees-${month}`,
      root: 'GraduatedIncubatees',
      elements: {AsAt: day, CumulativeGraduatedIncubatees: [412, 415, 419][index]!},
    },
  ]
})

/** D26, D27, D28: one file a year. */
const yearly = yearEnds.flatMap((day, index): Figure[] => {
  const year = Number(day.slice(0, 4))
  return [
    {
      file: `rd-personnel-${year}`,
      root: 'RnDPersonnel',
      elements: {AsAt: day, NumberOfRnDPersonnel: [2_310, 2_446, 2_604][index]!},
    },
    {
      file: `laboratory-office-space-${year}`,
      root: 'LaboratoryOfficeSpace',
      elements: {
        AsAt: day,
        LettedArea: [1_214_000, 1_251_000, 1_237_000][index]!,
        OccupancyRate: ['83.4', '85.9', '84.2'][index]!,
        Estimate: 'Y',
      },
    },
    {
      file: `investment-raised-${year}`,
      root: 'DirectInvestmentRaised',
      elements: {
        AsAt: day,
        FinancialYear: `${year - 1}-${String(year % 100)}`,
        DirectInvestmentRaised: [1_320, 1_180, 1_465][index]!,
        Estimate: 'Y',
      },
    },
  ]
})

const figures = [...monthly, ...yearly].map(
  ({file, root, elements}): Offer => ({
    kind: 'http',
    path: `/hkstp/${file}.xml`,
    mediaType: 'application/xml',
    bytes: () => xmlFigure(root, elements),
  }),
)

const list = (path: string, pageSize: number, rows: () => readonly object[]): ODataOffer => ({
  kind: 'odata',
  path: `/hkstp/${path}`,
  pageSize,
  rows,
})

/** D21–D33: single figures as XML, lists and observations as paged JSON. */
export const offersHkstp: readonly Offer[] = [
  ...figures,
  list('park-info/v1/shared-bikes', 10, bikeStations),
  list('park-info/v1/minibus-queue', 20, minibusQueues),
  list('park-info/v1/taxi-minibus', 20, vehicleCounts),
  list('park-info/v1/bus-stop-queue', 20, busQueues),
  list('park-info/v1/indoor-air-quality', 20, airReadings),
  list('corporate/companydirectory/v1/', 50, companies),
  list('corporate/recruitment/v1/', 25, recruitment),
  list('corporate/news/v1/', 20, news),
]
