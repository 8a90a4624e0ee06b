import type {Row} from '../../../catalog/rows.ts'
import type {Dataset} from '../../../model/dataset.ts'
import type {CodeList} from '../../../model/table-schema.ts'
import type {Version} from '../../../model/version.ts'
import {picture as words} from '../../../text/labels-picture.ts'
import type {Voice} from '../voice.ts'
import {byCategory, programmeStatistics} from './by-category.ts'
import {categoryShares} from './category-shares.ts'
import {crossTable} from './cross-table.ts'
import {cumulative, quota} from './cumulative.ts'
import type {Picture} from './drawing.ts'
import {expenditure} from './expenditure.ts'
import {figure} from './figure-kind.ts'
import {grants} from './grants.ts'
import {kpi} from './kpi.ts'
import {air, counts, list, positions} from './lists.ts'
import {portfolio} from './portfolio.ts'
import {register} from './register.ts'
import {series} from './series.ts'

/** One release with its rows: what a picture over time is made of. */
export interface Release {
  readonly version: Version
  readonly rows: readonly Row[]
}

/** What a picture is made from: plain data, so that the same data give the same picture. */
export interface PictureInput {
  readonly dataset: Dataset
  readonly latest: Version
  /** One a period, oldest first; the last is the latest. */
  readonly releases: readonly Release[]
  readonly codeLists: readonly CodeList[]
  readonly voice: Voice
}

type Painter = (input: PictureInput) => Picture

/** The seventeen kinds, each by the function that knows what its reader asks first. */
const painters: {readonly [kind in Dataset['picture']['kind']]: Painter} = {
  grants,
  cumulative,
  'cross-table': crossTable,
  'programme-statistics': programmeStatistics,
  'by-category': byCategory,
  register,
  series,
  'category-shares': categoryShares,
  quota,
  kpi,
  figure,
  positions,
  counts,
  air,
  list,
  portfolio,
  expenditure,
}

/** The picture that a dataset opens with; where it was not drawn from every row, it says so. */
export function pictureOf(input: PictureInput): Picture {
  const drawn = painters[input.dataset.picture.kind](input)
  const cut = input.releases.find(({version, rows}) => rows.length < version.rows)
  if (!cut) return drawn
  const {voice} = input
  const facts = {n: voice.number(cut.rows.length), m: voice.number(cut.version.rows)}
  return {...drawn, notes: [voice.say(words.cut, facts), ...drawn.notes]}
}
