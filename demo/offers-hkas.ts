import {type Cell, csv, sampleAddress, sampleCompany, sampleLaboratory, seeded} from './encode.ts'
import type {Offer} from './offer.ts'

type Rows = readonly (readonly Cell[])[]

// Words of the scheme's own lists; every name, address and telephone number beside them is ours.
const testCategories = [
  'Food',
  'Environmental Testing',
  'Textiles and Garments',
  'Construction Materials',
  'Medical Testing',
  'Chinese Medicine',
  'Pharmaceutical Products',
  'Consumer Products',
  'Calibration Services',
  'Miscellaneous',
]

const districts = [
  'Kwun Tong',
  'Sha Tin',
  'Tsuen Wan',
  'Kwai Tsing',
  'Eastern',
  'Tai Po',
  'North',
  'Yuen Long',
  'Sham Shui Po',
]

const managementSystems = ['QMS', 'EMS', 'OHSMS', 'FSMS', 'EnMS', 'Product Certification']
const inspectionFields = [
  'Indoor air quality',
  'Consumer products',
  'Lifts and escalators',
  'Building facades',
  'Pressure vessels',
]

/** What every directory says of a body, whichever scheme accredits it. */
interface Body {
  readonly registration: string
  readonly en: string
  readonly hant: string
  readonly scope: readonly string[]
  readonly district: string
  readonly address: string
  readonly telephone: string
  readonly since: string
}

function bodyOf(n: number, registration: string, kind: Kind): Body {
  const chance = seeded(`${kind.scheme} ${n}`)
  const name = kind.scheme === 'HOKLAS' ? sampleLaboratory(n) : sampleCompany(n + kind.offset)
  return {
    registration,
    en: name.en.replace('Limited', kind.word[0]),
    hant: name['zh-Hant'].replace('有限公司', kind.word[1]),
    scope: chance.shuffle(kind.scopes).slice(0, chance.between(1, 3)).sort(),
    district: chance.pick(districts),
    address: sampleAddress(n + kind.offset).en,
    // Numbers beginning with 0 are not given out in Hong Kong, so that none of these is anybody's.
    telephone: `0000 ${String(n + kind.offset).padStart(4, '0')}`,
    since: `${chance.between(1999, 2024)}-${String(chance.between(1, 12)).padStart(2, '0')}-15`,
  }
}

interface Kind {
  readonly scheme: 'HOKLAS' | 'HKCAS' | 'HKIAS'
  readonly word: readonly [en: string, hant: string]
  readonly scopes: readonly string[]
  readonly bodies: number
  readonly offset: number
}

const kinds: readonly Kind[] = [
  {
    scheme: 'HOKLAS',
    word: ['Laboratory', '實驗所'],
    scopes: testCategories,
    bodies: 124,
    offset: 0,
  },
  {
    scheme: 'HKCAS',
    word: ['Certification', '認證中心'],
    scopes: managementSystems,
    bodies: 26,
    offset: 126,
  },
  {
    scheme: 'HKIAS',
    word: ['Inspection', '檢驗中心'],
    scopes: inspectionFields,
    bodies: 24,
    offset: 154,
  },
]

/** Ends of months, oldest first, with the bodies that are not yet, or no longer, in the directory. */
const months = [
  {day: '20260831', notYet: 4, gone: [] as readonly number[], narrowed: false},
  {day: '20260930', notYet: 2, gone: [7], narrowed: false},
  {day: '20261031', notYet: 0, gone: [7, 19], narrowed: true},
] as const

function directory(kind: Kind, month: (typeof months)[number]): Rows {
  const bodies = Array.from({length: kind.bodies - month.notYet}, (_, index) =>
    bodyOf(index, registrationOf(kind, index), kind),
  ).filter((_, index) => !month.gone.some(gone => gone === index))
  return [
    header(kind),
    ...bodies.map((body, index) => row(narrowedAt(body, month.narrowed && index % 31 === 3))),
  ]
}

/** A body that gave up the last of several categories: leaving is by category, not by body. */
function narrowedAt(body: Body, narrowed: boolean): Body {
  return narrowed ? {...body, scope: body.scope.slice(0, Math.max(1, body.scope.length - 1))} : body
}

/** "HOKLAS 021S": S marks a sample, in the place where real numbers carry S and P. */
function registrationOf(kind: Kind, index: number): string {
  return `${kind.scheme} ${String(index + 1).padStart(3, '0')}S`
}

function header(kind: Kind): readonly Cell[] {
  const scope = {HOKLAS: 'Test Category', HKCAS: 'Certification Scheme', HKIAS: 'Inspection Field'}
  const name = {
    HOKLAS: ['Name of Laboratory', '實驗所名稱'],
    HKCAS: ['Name of Certification Body', '認證機構名稱'],
    HKIAS: ['Name of Inspection Body', '檢驗機構名稱'],
  }
  return [
    `${kind.scheme} Reg. No.`,
    ...name[kind.scheme],
    scope[kind.scheme],
    'District',
    'Address',
    'Telephone',
    'Enquiry',
    'Date of First Accreditation',
  ]
}

function row(body: Body): readonly Cell[] {
  return [
    body.registration,
    body.en,
    body.hant,
    body.scope.join('; '),
    body.district,
    body.address,
    body.telephone,
    'Sample Quality Manager',
    body.since.split('-').reverse().join('.'),
  ]
}

/** What the accreditation service's server offers: D2, D3 and D4, one file a month each. */
export const offersHkas: readonly Offer[] = kinds.flatMap(kind =>
  months.map(
    (month): Offer => ({
      kind: 'http',
      path: `/hkas/${kind.scheme.toLowerCase()}_${month.day}.csv`,
      mediaType: 'text/csv',
      bytes: () => csv(directory(kind, month)),
    }),
  ),
)
