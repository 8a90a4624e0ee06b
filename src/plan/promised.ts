import type {FormatName} from '../model/dataset.ts'
import type {PromisedFormat} from '../model/plan.ts'
import type {Reader} from '../store/world.ts'
import {currentPlan} from './plan.ts'

const fileFormats: {readonly [format in PromisedFormat]: FormatName} = {
  CSV: 'csv',
  JSON: 'json',
  XML: 'xml',
  XLS: 'xls',
}

/** The file formats that the plan in force promises of a dataset; none where it promises nothing. */
export async function promisedFormats(
  dataset: string,
  reader: Pick<Reader, 'records' | 'site'>,
): Promise<readonly FormatName[]> {
  const plan = await currentPlan(reader)
  const formats = plan?.commitments.filter(found => found.dataset === dataset) ?? []
  return [...new Set(formats.flatMap(({formats}) => formats.map(format => fileFormats[format])))]
}
