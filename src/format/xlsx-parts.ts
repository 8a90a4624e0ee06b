import {unescaped} from './escape.ts'
import {builtinFormat, formatKind} from './sheet-values.ts'
import {strictParser, type XmlHandlers} from './xml-rows.ts'
import {NotZip, partName, type ZipFile} from './zip-read.ts'

/** The parts of a workbook, by lower-case path. */
export type Parts = Pick<ZipFile, 'has' | 'bytes'>

/** The name of an element without its prefix: some writers say x:row. */
export function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

interface Relation {
  readonly id: string
  readonly type: string
  readonly target: string // path from the root of the package
}

/** What a part is related to. @param path '' for the package itself */
export function relations(zip: Parts, path: string): readonly Relation[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const file = `${folder}_rels/${path.slice(folder.length)}.rels`
  const found: Relation[] = []
  if (!zip.has(partName(file))) return found
  eachElement(zip, file, {
    open({name, attributes}) {
      if (local(name) !== 'Relationship') return
      const {Id = '', Type = '', Target = ''} = attributes
      found.push({id: Id, type: Type, target: resolved(folder, Target)})
    },
  })
  return found
}

function resolved(folder: string, target: string): string {
  return decodeURI(new URL(target, `zip:/${folder}`).pathname).slice(1)
}

/** Date and time formats by the number of a cell's style; null for every other format. */
export function styleFormats(zip: Parts, path: string | undefined): readonly (string | null)[] {
  const custom = new Map<number, string>()
  const ids: number[] = []
  if (path === undefined || !zip.has(partName(path))) return []
  let inCellFormats = false
  eachElement(zip, path, {
    open({name, attributes}) {
      const element = local(name)
      if (element === 'numFmt') custom.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (element === 'cellXfs') inCellFormats = true
      if (element === 'xf' && inCellFormats) ids.push(Number(attributes.numFmtId ?? 0))
    },
    close({name}) {
      if (local(name) === 'cellXfs') inCellFormats = false
    },
  })
  return ids.map(id => {
    const format = custom.get(id) ?? builtinFormat(id)
    return format !== null && formatKind(format) ? format : null
  })
}

/** Walks through a part of XML as it is unpacked. */
export function eachElement(zip: Parts, path: string, handlers: XmlHandlers): void {
  for (const _ of walk(zip, path, handlers));
}

/** The same, step by step: control comes back after each piece. */
export function* walk(zip: Parts, path: string, handlers: XmlHandlers): Generator<void> {
  const parse = strictParser('xlsx', handlers)
  const decoder = new TextDecoder('utf-8', {fatal: true})
  for (const chunk of zip.bytes(partName(path))) {
    parse(text(chunk))
    yield
  }
  parse(text())
  parse(null)
  yield

  function text(chunk?: Uint8Array): string {
    try {
      return chunk ? decoder.decode(chunk, {stream: true}) : decoder.decode()
    } catch (error) {
      throw new NotZip(`${path} is not UTF-8`, {cause: error})
    }
  }
}

/** Gathers the text of each `element`: all its runs, but not their phonetic reading. */
export function textReader(element: string, done: (text: string) => void): Required<XmlHandlers> {
  let gathered = ''
  let inText = false
  let inPhonetic = false
  return {
    open({name}) {
      const found = local(name)
      if (found === element) gathered = ''
      else if (found === 'rPh') inPhonetic = true
      else if (found === 't') inText = !inPhonetic
    },
    text(text) {
      if (inText) gathered += text
    },
    close({name}) {
      const found = local(name)
      if (found === 't') inText = false
      else if (found === 'rPh') inPhonetic = false
      else if (found === element) done(unescaped(gathered))
    },
  }
}
