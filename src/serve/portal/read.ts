import {
  latestVersion,
  latestVersions,
  outcomesOf,
  reportAt,
  reportOf,
  versionOf,
  versionsOf,
} from '../../catalog/catalog.ts'
import {diffOf} from '../../catalog/diff.ts'
import {rowsOf} from '../../catalog/rows.ts'
import {evidenceById, lastCheck} from '../../evidence/evidence.ts'
import type {Dataset} from '../../model/dataset.ts'
import type {Version} from '../../model/version.ts'
import {decodePlan} from '../../plan/decode.ts'
import {planKey} from '../../plan/plan.ts'
import type {Scoreboard} from '../../score/score.ts'
import {scoreboard} from '../../score/score.ts'
import type {Reader} from '../../store/world.ts'
import {Problem} from '../../text/problem.ts'
import type {DatasetData, Preview} from './dataset/data.ts'
import type {CompareData} from './page/compare.tsx'
import {type Entry, folded} from './page/filter.ts'
import type {HeldEntry} from './page/held.tsx'
import type {ObligationData} from './page/obligation.tsx'
import type {Release} from './picture/picture.ts'

const previewRows = 50
// Enough for any table of the kinds we draw; a longer one is drawn from its first rows, which its
// own page says ("the first 50 of …"), and never holds a page up.
const pictureRows = 5_000
const releasesMax = 60
// What one page may read of all its releases; older ones beyond it are left out, and said to be.
const releaseRowsMax = 50_000

/** What pages show, read through the front doors of the rooms that own it. */
export interface Shelf {
  board(): Promise<Scoreboard | null>
  published(): Promise<{n: number; m: number}>
  entries(): Promise<readonly Entry[]>
  /** @param find text that the rows shown must hold; '' shows the first rows */
  dataset(id: string, find: string): Promise<DatasetData>
  compare(id: string, from: string, to: string): Promise<CompareData>
  obligation(id: string): Promise<ObligationData>
  planLines(): Promise<readonly string[]>
  held(): Promise<readonly HeldEntry[]>
}

/** The shelf of a reader. Verdicts are computed once a minute, and anew when something happens. */
export function openShelf(reader: Reader): Shelf {
  const board = freshBoard(reader)
  return {
    board,
    async published() {
      const latest = await latestVersions(reader)
      return {n: latest.size, m: reader.site.datasets.length}
    },
    entries: () => entriesOf(board, reader),
    dataset: (id, find) => readDataset({id, find}, board, reader),
    compare: (id, from, to) => readComparison(id, {from, to}, reader),
    obligation: id => readObligation(id, board, reader),
    planLines: () => readPlanLines(board, reader),
    held: () => readHeld(reader),
  }
}

/**
 * A scoreboard reads all evidence, so one serves every page of the same minute; news of any kind
 * ends it early. Two readers at once share one computation.
 */
function freshBoard(reader: Reader): () => Promise<Scoreboard | null> {
  let kept: {minute: string; board: Promise<Scoreboard | null>} | null = null
  reader.events.subscribe(() => {
    kept = null
  })
  return () => {
    const asOf = reader.now()
    const minute = asOf.slice(0, 16)
    if (kept?.minute !== minute) {
      const board = scoreboard({asOf}, reader)
      const mine = {minute, board}
      kept = mine
      // A failure must not be served for the rest of the minute.
      board.catch(() => {
        if (kept === mine) kept = null
      })
    }
    return kept!.board
  }
}

async function entriesOf(
  board: () => Promise<Scoreboard | null>,
  reader: Reader,
): Promise<readonly Entry[]> {
  const [found, latest] = await Promise.all([board(), latestVersions(reader)])
  const scores = new Map(found?.commitments.map(score => [score.commitment.dataset, score]))
  // In the plan's order; a dataset that no plan promises stands last.
  const order = new Map([...scores.keys()].map((id, place) => [id, place]))
  const place = ({id}: Dataset) => order.get(id) ?? order.size
  return [...reader.site.datasets]
    .sort((one, other) => place(one) - place(other))
    .map(dataset => ({
      dataset,
      score: scores.get(dataset.id) ?? null,
      latest: latest.get(dataset.id) ?? null,
    }))
}

function known(id: string, {site}: Reader): Dataset {
  const dataset = site.datasets.find(candidate => candidate.id === id)
  if (!dataset) throw new Problem('dataset-unknown', {id})
  return dataset
}

async function readDataset(
  {id, find}: {id: string; find: string},
  board: () => Promise<Scoreboard | null>,
  reader: Reader,
): Promise<DatasetData> {
  const dataset = known(id, reader)
  const [found, latest, versions, outcomes, check] = await Promise.all([
    board(),
    latestVersion(id, reader),
    versionsOf(id, reader),
    outcomesOf(reader),
    lastCheck(id, reader),
  ])
  return {
    dataset,
    plan: found?.plan ?? null,
    score: found?.commitments.find(({commitment}) => commitment.dataset === id) ?? null,
    latest,
    versions,
    outcome: outcomes.get(id) ?? null,
    check,
    report: latest ? await reportOf(latest, reader) : null,
    preview: await readPreview(latest, find, reader),
    releases: latest ? await readReleases(versions, latest, reader) : [],
  }
}

/** The first rows; or, of as many rows as one request may cost, the first that hold the text. */
async function readPreview(latest: Version | null, find: string, reader: Reader): Promise<Preview> {
  if (!latest) return {find, rows: [], found: 0, scanned: 0}
  if (find === '') {
    const rows = await rowsOf(latest, {limit: previewRows}, reader)
    return {find, rows, found: rows.length, scanned: rows.length}
  }
  const wanted = folded(find)
  const scanned = await rowsOf(latest, {limit: pictureRows}, reader)
  const found = scanned.filter(row =>
    Object.values(row).some(cell => cell !== null && folded(String(cell)).includes(wanted)),
  )
  return {find, rows: found.slice(0, previewRows), found: found.length, scanned: scanned.length}
}

/** One version a period, oldest first, ending with the latest, each with its rows. */
async function readReleases(
  versions: readonly Version[],
  latest: Version,
  reader: Reader,
): Promise<Release[]> {
  const byPeriod = new Map<string, Version>()
  // Newest first, so the first of a period is the last word on it.
  for (const version of versions) {
    const period = version.period ?? version.version
    if (!version.withdrawn && !byPeriod.has(period)) byPeriod.set(period, version)
  }
  byPeriod.delete(latest.period ?? latest.version)
  const chosen = affordable([latest, ...byPeriod.values()]).reverse()
  return Promise.all(
    chosen.map(async version => ({
      version,
      rows: await rowsOf(version, {limit: pictureRows}, reader),
    })),
  )
}

/** As many releases, newest first, as one page may read; always the newest. */
function affordable(versions: readonly Version[]): Version[] {
  let rows = 0
  return versions.slice(0, releasesMax).filter((version, index) => {
    rows += Math.min(version.rows, pictureRows)
    return index === 0 || rows <= releaseRowsMax
  })
}

async function readComparison(
  id: string,
  names: {from: string; to: string},
  reader: Reader,
): Promise<CompareData> {
  const dataset = known(id, reader)
  const versions = await versionsOf(id, reader)
  const one = async (name: string) => {
    const version = name === '' ? null : await versionOf(id, name, reader)
    return version?.withdrawn ? null : version
  }
  const [from, to] = await Promise.all([one(names.from), one(names.to)])
  const diff = from && to ? await diffOf(dataset, from, to, reader) : null
  return {dataset, versions, from, to, diff}
}

async function readObligation(
  id: string,
  board: () => Promise<Scoreboard | null>,
  reader: Reader,
): Promise<ObligationData> {
  const found = await board()
  for (const score of found?.commitments ?? []) {
    const verdict = score.verdicts.find(({obligation}) => obligation.id === id)
    if (!verdict || !found) continue
    const evidence = await evidenceById(verdict.evidence, reader)
    return {verdict, score, plan: found.plan, evidence}
  }
  throw new Problem('page-unknown', {path: id})
}

async function readPlanLines(
  board: () => Promise<Scoreboard | null>,
  {objects}: Reader,
): Promise<readonly string[]> {
  const found = await board()
  if (!found) return []
  const bytes = Buffer.concat(await Array.fromAsync(objects.get(planKey(found.plan))))
  return decodePlan(found.plan.source.file, bytes)
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
}

async function readHeld(reader: Reader): Promise<readonly HeldEntry[]> {
  const outcomes = await outcomesOf(reader)
  const entries = reader.site.datasets.flatMap(dataset => {
    const outcome = outcomes.get(dataset.id)
    const well = !outcome || outcome.kind === 'published' || outcome.kind === 'unchanged'
    return well ? [] : [{dataset, outcome}]
  })
  return Promise.all(
    entries.map(async entry => ({
      ...entry,
      report: entry.outcome.report ? await reportAt(entry.outcome.report, reader) : null,
    })),
  )
}
