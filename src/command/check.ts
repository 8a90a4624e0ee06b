import {extname, resolve} from 'node:path'
import {datasetOf, latestVersion} from '../catalog/catalog.ts'
import {declarationOf, keyOf} from '../catalog/versions.ts'
import {ingest} from '../ingest/ingest.ts'
import type {Dataset, SourceFormat} from '../model/dataset.ts'
import {localDate} from '../model/time.ts'
import type {Finding, Report, Snapshot} from '../model/version.ts'
import {readingOf} from '../source/source.ts'
import {askJob} from '../store/ask.ts'
import type {World} from '../store/world.ts'
import {Problem} from '../text/problem.ts'
import {validate} from '../validate/validate.ts'
import {givenOf, optionOf} from './option.ts'
import {readBytes} from './plan.ts'
import {columns, counted} from './print.ts'
import type {Command} from './shape.ts'

/** kept check FILE --dataset ID */
export const check: Command = {
  name: 'check',
  summary: 'Says what validation would find in a file, before anybody publishes it.',
  operands: 'FILE',
  details: [
    'The file is read as the dataset declares its source, and compared with the version that readers have. Nothing of it is kept.',
    'The format is told by the end of the file name. The answer is no (exit status 1) if the file would be held or rejected.',
  ],
  options: {
    dataset: {
      value: 'ID',
      help: 'The dataset whose release it is, by id or commitment.',
      required: true,
    },
    issue: {
      value: 'ISSUE',
      help: 'The issue whose layout it has, where issues differ: 2023, 2016-11-30.',
    },
  },
  run: {
    needs: 'records',
    async do(asked) {
      const {world, operands} = asked
      const file = resolve(operands[0] ?? '')
      const dataset = datasetOf(givenOf(asked, 'dataset'), world)
      await readBytes(file)
      const {report, period} = await checkFile(
        file,
        dataset,
        optionOf(asked, 'issue') ?? null,
        world,
      )
      return {
        text: reportText(report, period),
        value: {file, period, report},
        status: report.verdict === 'publishable' ? 0 : 1,
      }
    },
  },
}

async function checkFile(
  file: string,
  dataset: Dataset,
  issue: string | null,
  world: World,
): Promise<{report: Report; period: string | null}> {
  const reading = readingOf(dataset, issue)
  const format = formatOf(file)
  const before = await latestVersion(dataset.id, world)
  const worker = await world.tables.lease()
  try {
    const table = await ingest(
      snapshotOf(file, dataset, issue, world),
      {format, dialect: reading?.dialect ?? dataset.dialect},
      dataset,
      worker,
      // The file is read where it lies: it never enters our store.
      {site: world.site, objects: {localFile: async () => file}},
    )
    const subject = {
      ...{dataset, approved: false, contentHash: '', findings: table.findings},
      before: before && {schema: (await declarationOf(before, world)).tableSchema},
      seenOn: localDate(world.now(), world.site.timeZone),
    }
    const parquet = before && (await world.objects.localFile(keyOf(before, 'parquet')))
    const report = await validate(subject, questions =>
      worker.run(askJob, {questions, before: parquet}),
    )
    return {report, period: table.period}
  } finally {
    await worker.release()
  }
}

const readable: {readonly [extension: string]: SourceFormat} = {
  '.csv': 'csv',
  '.txt': 'csv',
  '.json': 'json',
  '.xml': 'xml',
  '.xls': 'xls',
  '.xlsx': 'xlsx',
}

function formatOf(file: string): SourceFormat {
  const format = readable[extname(file).toLowerCase()]
  if (format) return format
  throw new Problem('format-not-readable', {file, known: Object.keys(readable).join(', ')})
}

function snapshotOf(
  file: string,
  dataset: Dataset,
  issue: string | null,
  world: Pick<World, 'now'>,
): Snapshot {
  return {
    dataset: dataset.id,
    issue,
    takenAt: world.now(),
    url: file,
    parts: [{key: file, checksum: '', byteSize: 0, mediaType: null}],
    contentHash: '',
    claimedAt: null,
    sample: false,
  }
}

function reportText({verdict, rows, findings}: Report, period: string | null): string {
  const words = {
    publishable: 'It would be published.',
    held: 'It would be held until a person approves it.',
    rejected: 'It would be rejected; readers would keep the version they have.',
  }
  return [
    words[verdict],
    `${counted(rows, 'row')}${period ? `, covering ${period}` : ''}, ${counted(findings.length, 'finding')}.`,
    ...(findings.length > 0 ? ['', columns(findings.map(findingRow))] : []),
  ].join('\n')
}

function findingRow({severity, type, field, count, cells, facts}: Finding): string[] {
  const shown = cells.slice(0, 3).map(({row, value}) => `row ${row}: ${JSON.stringify(value)}`)
  const told = Object.keys(facts).length > 0 ? JSON.stringify(facts) : ''
  const more = count > shown.length && shown.length > 0 ? `and ${count - shown.length} more` : ''
  return [
    severity,
    type,
    field ?? '–',
    `×${count}`,
    [told, ...shown, more].filter(Boolean).join('; '),
  ]
}
