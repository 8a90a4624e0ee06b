import {xmlFigure} from './encode.ts'
import type {Offer} from './offer.ts'

/** A single figure as at a day, one file each. */
interface Figure {
  readonly file: string
  readonly root: string
  readonly elements: {readonly [element: string]: string | number | null}
}

const monthEnds = ['2026-08-31', '2026-09-30', '2026-10-31'] as const

const companies: readonly Figure[] = monthEnds.map((day, index) => ({
  file: `technology-companies-${day.slice(0, 7).replace('-', '')}`,
  root: 'TechnologyCompanies',
  elements: {AsAt: day, NumberOfTechnologyCompanies: [113, 116, 118][index]!},
}))

const figures: readonly Offer[] = [...companies].map(({file, root, elements}) => ({
  kind: 'http',
  path: `/hkstp/${file}.xml`,
  mediaType: 'application/xml',
  bytes: () => xmlFigure(root, elements),
}))

export const offersHkstp: readonly Offer[] = [...figures]
