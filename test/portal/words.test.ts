import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import ts from 'typescript'
import {languages} from '../../src/text/language.ts'

const text = join(import.meta.dirname, '../../src/text')
const portal = join(import.meta.dirname, '../../src/serve/portal')

interface Found {
  readonly path: string
  readonly wording: {readonly [language: string]: string}
}

async function allWordings(): Promise<Found[]> {
  const files = readdirSync(text).filter(name => name.startsWith('labels-'))
  const modules = await Promise.all(files.map(name => import(join(text, name))))
  return modules.flatMap((module, index) => wordingsIn(module, files[index]!))
}

function wordingsIn(value: unknown, path: string): Found[] {
  if (typeof value !== 'object' || value === null) return []
  if ('en' in value && typeof value.en === 'string') {
    return [{path, wording: value as unknown as Found['wording']}]
  }
  return Object.entries(value).flatMap(([name, inside]) => wordingsIn(inside, `${path} ${name}`))
}

test('every word of ours fills the same names in every language', async () => {
  const wordings = await allWordings()
  assert.ok(wordings.length > 200, `looked at only ${wordings.length} wordings`)
  const names = (said: string) => [...said.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
  for (const {path, wording} of wordings) {
    // Calendars differ: English names a month that Chinese numbers.
    if (path.startsWith('labels-calendar')) continue
    for (const language of languages) {
      assert.deepEqual(names(wording[language]!), names(wording.en!), `${path} in ${language}`)
    }
  }
})

// Characters that only one of the two scripts writes; enough of them to catch a slip.
const simplifiedOnly = /[个项数据发达应该变办规则语标资讯计划传统连网页录获实时级观测链]/
const traditionalOnly = /[個項數據發達應該變辦規則語標資訊計劃傳統連網頁錄獲實時級觀測鏈]/

test('no Simplified character stands in Traditional text, and none the other way', async () => {
  for (const {path, wording} of await allWordings()) {
    const hant = wording['zh-Hant']!
    assert.doesNotMatch(hant, simplifiedOnly, `${path}: ${hant}`)
    assert.doesNotMatch(wording['zh-Hans']!, traditionalOnly, `${path}: ${wording['zh-Hans']}`)
  }
})

test('no page speaks a bare string: every word comes from our words or from the site', () => {
  const files = readdirSync(portal, {recursive: true, encoding: 'utf8'}).filter(name =>
    name.endsWith('.tsx'),
  )
  assert.ok(files.length > 20, `looked at only ${files.length} files`)
  assert.deepEqual(
    files.flatMap(name => bareStrings(join(portal, name))),
    [],
  )
})

// Attributes that readers see or hear.
const spoken = new Set(['title', 'aria-label', 'alt', 'placeholder'])

function bareStrings(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  )
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && /\p{L}{2}/u.test(node.text))
      found.push(`${file}: ${node.text.trim()}`)
    if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
      if (spoken.has(node.name.getText())) found.push(`${file}: ${node.getText()}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}
