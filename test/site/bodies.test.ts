import assert from 'node:assert/strict'
import {test} from 'node:test'
import {languages} from '../../src/text/language.ts'
import {datasetOf, datasets, issues, issuesFor, site} from './bodies.ts'
import {normalised, planTitles} from './department.ts'

test('55 datasets are declared, 30 of them here, each with a source that is offered', () => {
  assert.equal(site.datasets.length, 55)
  assert.equal(datasets.length, 30)
  for (const {source, id} of datasets) assert.ok(source, id)
  assert.equal(new Set(issues.map(({dataset}) => dataset.id)).size, 30)
})

test('every title is the plan’s own', async () => {
  const titles = await planTitles()
  for (const {commitment, title} of datasets)
    assert.equal(normalised(title['zh-Hant'] ?? ''), normalised(titles.get(commitment) ?? '?'))
})

test('short titles are short, and all 55 differ', () => {
  for (const language of languages) {
    const titles = site.datasets.map(({shortTitle}) => shortTitle[language])
    assert.equal(new Set(titles).size, 55, language)
  }
  for (const {shortTitle, id} of datasets) {
    assert.ok(shortTitle['zh-Hant']!.length <= 16, id)
    assert.ok(shortTitle.en!.length <= 40, id)
  }
})

test('a key names fields that are required or measured, and no dataset lacks one', () => {
  for (const {tableSchema, id} of datasets) {
    assert.ok((tableSchema.primaryKey ?? []).length > 0, id)
    for (const name of tableSchema.primaryKey ?? []) {
      const field = tableSchema.fields.find(one => one.name === name)
      assert.ok(field?.constraints?.required, `${id} ${name}`)
    }
  }
})

test('every number says whether it may be added up', () => {
  for (const {tableSchema, id} of datasets)
    for (const {name, type, measure} of tableSchema.fields)
      if (type === 'integer' || type === 'number') assert.ok(measure, `${id} ${name}`)
})

test('a unit says where it is known from', () => {
  for (const {tableSchema, id} of datasets)
    for (const {name, unit, unitProvenance} of tableSchema.fields)
      assert.equal(unit === undefined, unitProvenance === undefined, `${id} ${name}`)
})

test('what the remarks promise is answered by fields', () => {
  const promising = datasets.filter(({promised = []}) => promised.length > 0)
  assert.deepEqual(
    promising.map(({commitment}) => Number(commitment.slice(1))).sort((a, b) => a - b),
    [21, 22, 23, 29, 30, 31, 32, 33],
  )
  for (const {promised = []} of promising)
    for (const {fields, text} of promised) assert.ok(fields.length > 0, text)
})

test('only three of the issues are real, and each names where its figures are from', () => {
  const real = issues.filter(({issue}) => !issue.sample)
  assert.deepEqual(real.map(({dataset, issue}) => `${dataset.commitment} ${issue.id}`).sort(), [
    'D20 2024-25',
    'D5 2022',
    'D6 2022',
  ])
  for (const {dataset, issue} of real) {
    const declared = dataset.source?.issues?.find(({id}) => id === issue.id)
    for (const language of languages) assert.ok(declared?.provenance?.[language], dataset.id)
  }
})

test('yearly and monthly samples have three releases, lists that are live one', () => {
  for (const {commitment, release, source} of datasets) {
    const count = issuesFor(commitment).length
    if (release.kind === 'live') assert.equal(count, 1, commitment)
    else if (source?.sample) assert.ok(count >= 3, commitment)
  }
})

test('thirteen datasets come from one workbook an edition', () => {
  const books = datasets.filter(({source}) => source?.connector === 'folder')
  assert.equal(books.length, 13)
  assert.equal(new Set(books.map(({source}) => source?.url)).size, 1)
  assert.equal(new Set(books.map(({dialect}) => dialect.sheetName)).size, 13)
})

test('quotas and centres are the department’s own, whatever group they stand in', () => {
  for (const id of ['D16', 'D19', 'D49']) assert.equal(datasetOf(id).publisher, 'hk-itc')
  assert.equal(datasetOf('D20').publisher, 'hkpc')
})

test('the contact person of an advertisement is never published', () => {
  const fields = datasetOf('D30').tableSchema.fields.filter(({personal}) => personal)
  assert.deepEqual(
    fields.map(({name, personal}) => [name, personal?.published]),
    [
      ['contactName', 'omit'],
      ['applyEmail', 'keep'],
    ],
  )
})

test('Hong Kong’s own words stay in Simplified', () => {
  const foreign = /信息|文件夹|软体|出租车|数字化|平方英尺|网路|互联网络/
  const traditional = /[數據機構實驗與個為這來時會對業過資們學發點國關應產總項計統劃請額類認證為]/
  const texts = JSON.stringify([site.codeLists, site.glossary, site.themes, datasets])
  const simplified = [...texts.matchAll(/"zh-Hans":"([^"]+)"/g)].map(([, text]) => text!)
  assert.ok(simplified.length > 500)
  for (const text of simplified) {
    if (text === 'official' || text === 'ours') continue
    assert.doesNotMatch(text, foreign)
    assert.doesNotMatch(text, traditional)
  }
})
