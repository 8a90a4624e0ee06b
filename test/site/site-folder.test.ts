import assert from 'node:assert/strict'
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {test} from 'node:test'
import {readSite, reviewSite} from '../../src/store/site-folder.ts'
import {languages} from '../../src/text/language.ts'
import {Problem} from '../../src/text/problem.ts'

const text = (en: string) => ({en})

/** The least that a site may be: one publisher, one dataset without a source, one language. */
const small = {
  'site.json': {
    id: 'lake',
    title: text('Lake authority'),
    description: text('Open data of the lake.'),
    languages: ['en'],
    timeZone: 'Europe/Zurich',
    plan: null,
    licence: {title: text('CC BY 4.0'), url: 'https://creativecommons.org/licenses/by/4.0/'},
    variables: {},
    allowedHosts: [],
    standIn: null,
    polling: {daily: '0 5 * * *'},
  },
  'publishers.json': [{id: 'lake', name: text('Lake authority'), shortName: text('Lake')}],
  'contact-points.json': [{id: 'desk', name: text('Enquiry desk')}],
  'themes.json': [{id: 'environment', title: text('Environment')}],
  'datasets/lake-levels.json': {
    id: 'lake-levels',
    commitment: 'A1',
    title: text('Water levels'),
    shortTitle: text('Levels'),
    description: text('Level of the lake, by day.'),
    origin: {},
    publisher: 'lake',
    theme: ['environment'],
    contactPoint: 'desk',
    source: null,
    release: {kind: 'full', calendar: 'day', periodFrom: {from: 'delivery'}},
    dialect: {},
    tableSchema: {
      fields: [{name: 'day', type: 'date', title: text('Day')}],
      primaryKey: ['day'],
    },
    picture: {kind: 'series', x: 'day'},
  },
}

type Files = {[file: string]: unknown}

/** What is wrong with the small site once it was changed, as "code file property". */
async function problemsOf(change: (files: Files) => void): Promise<readonly string[]> {
  const files: Files = structuredClone(small)
  change(files)
  return inFolder(files, async folder => {
    const {problems} = await reviewSite(folder)
    return problems.map(({code, facts}) => {
      const what = facts.property ?? facts.id ?? ''
      const extra = facts.value ?? facts.language ?? ''
      return [code, facts.file, what, extra].filter(Boolean).join(' ')
    })
  })
}

async function inFolder<Answer>(files: Files, use: (folder: string) => Promise<Answer>) {
  const folder = await mkdtemp(join(tmpdir(), 'kept-site-'))
  try {
    for (const [file, value] of Object.entries(files)) {
      await mkdir(dirname(join(folder, file)), {recursive: true})
      const content = typeof value === 'string' ? value : JSON.stringify(value)
      await writeFile(join(folder, file), content)
    }
    return await use(folder)
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

// biome-ignore lint/suspicious/noExplicitAny: a test breaks files in ways their types forbid
const dataset = (files: Files) => files['datasets/lake-levels.json'] as any

test('a small site is read, and what it leaves out is empty', async () => {
  await inFolder(small, async folder => {
    const site = await readSite(folder)
    assert.equal(site.folder, folder)
    assert.equal(site.datasets[0]?.id, 'lake-levels')
    assert.deepEqual([site.codeLists, site.glossary, site.holidays.days], [[], [], []])
  })
})

test('the example site is read without a problem', async () => {
  const {site, problems} = await reviewSite(
    new URL('../../sites/hk-itc/', import.meta.url).pathname,
  )
  assert.deepEqual(problems, [])
  assert.equal(site.datasets.length, 55)
  assert.ok(site.glossary.length > 70)
  assert.equal(site.themes.length, 20)
})

test('a misspelt property is unknown, not ignored', async () => {
  assert.deepEqual(
    await problemsOf(files => {
      dataset(files).publishr = 'lake'
    }),
    ['site-property-unknown datasets/lake-levels.json /publishr'],
  )
})

test('what is missing is named, however deep', async () => {
  assert.deepEqual(
    await problemsOf(files => {
      delete dataset(files).tableSchema.fields[0].type
    }),
    ['site-property-missing datasets/lake-levels.json /tableSchema/fields/0/type'],
  )
})

test('a text that lacks a language of the site says which', async () => {
  const found = await problemsOf(files => {
    files['site.json'] = {
      ...small['site.json'],
      languages: ['en', 'zh-Hant'],
      title: {en: 'Lake', 'zh-Hant': '湖'},
      description: {en: 'Lake', 'zh-Hant': '湖'},
      licence: {...small['site.json'].licence, title: {en: 'CC', 'zh-Hant': 'CC'}},
    }
  })
  assert.ok(
    found.includes('site-translation-missing publishers.json /0/name/zh-Hant zh-Hant'),
    found.join('\n'),
  )
  assert.ok(
    found.includes(
      'site-translation-missing datasets/lake-levels.json /tableSchema/fields/0/title/zh-Hant zh-Hant',
    ),
  )
})

test('an empty text is no translation', async () => {
  const [found] = await problemsOf(files => {
    dataset(files).title = {en: ''}
  })
  assert.equal(found, 'site-property-wrong datasets/lake-levels.json /title/en')
})

test('ids that point at nothing are named with the property that holds them', async () => {
  assert.deepEqual(
    await problemsOf(files => {
      const changed = dataset(files)
      changed.publisher = 'river'
      changed.theme = ['weather']
      changed.contactPoint = 'nobody'
      changed.tableSchema.fields[0].codes = 'days'
      changed.tableSchema.primaryKey = ['date']
      changed.picture.y = 'level'
      changed.totals = {field: 'kind', values: ['all']}
      changed.promised = [{text: 'the level', fields: ['level']}]
    }),
    [
      'site-reference-unknown datasets/lake-levels.json /tableSchema/primaryKey date',
      'site-reference-unknown datasets/lake-levels.json /promised level',
      'site-reference-unknown datasets/lake-levels.json /totals/field kind',
      'site-reference-unknown datasets/lake-levels.json /picture/y level',
      'site-reference-unknown datasets/lake-levels.json /publisher river',
      'site-reference-unknown datasets/lake-levels.json /contactPoint nobody',
      'site-reference-unknown datasets/lake-levels.json /theme weather',
      'site-reference-unknown datasets/lake-levels.json /tableSchema/fields/day/codes days',
    ],
  )
})

test('an id given twice is named', async () => {
  assert.deepEqual(
    await problemsOf(files => {
      files['themes.json'] = [small['themes.json'][0], small['themes.json'][0]]
      files['datasets/lake-tides.json'] = structuredClone({...dataset(files), id: 'lake-tides'})
      dataset(files).tableSchema.fields.push(dataset(files).tableSchema.fields[0])
    }),
    [
      'site-id-twice themes.json environment',
      'site-id-twice datasets commitment A1',
      'site-id-twice datasets/lake-levels.json day',
    ],
  )
})

test('a file that is named otherwise than its dataset is told', async () => {
  assert.deepEqual(
    await problemsOf(files => {
      dataset(files).id = 'lake-heights'
    }),
    ['site-file-misnamed datasets/lake-levels.json lake-heights'],
  )
})

test('a value outside its vocabulary is shown beside the vocabulary', async () => {
  const files: Files = structuredClone(small)
  dataset(files).release.kind = 'sometimes'
  await inFolder(files, async folder => {
    await assert.rejects(readSite(folder), (error: unknown) => {
      assert.ok(error instanceof Problem)
      assert.equal(error.code, 'site-property-wrong')
      assert.equal(error.facts.property, '/release/kind')
      assert.equal(error.facts.found, '"sometimes"')
      assert.match(String(error.facts.why), /full \| period \| cumulative/)
      for (const language of languages) assert.match(error.in(language), /\/release\/kind/)
      return true
    })
  })
})

test('a file that is no JSON, and one that is not there, are named', async () => {
  assert.deepEqual(
    await problemsOf(files => {
      files['themes.json'] = '[{"id": "environment",]'
      delete files['publishers.json']
    }),
    ['site-file-missing publishers.json', 'site-file-not-json themes.json'],
  )
})

test('one broken dataset does not hide what is wrong with another', async () => {
  const found = await problemsOf(files => {
    files['datasets/broken.json'] = '{'
    dataset(files).picture.kind = 'pie'
  })
  assert.deepEqual(found, [
    'site-file-not-json datasets/broken.json',
    'site-property-wrong datasets/lake-levels.json /picture/kind',
  ])
})

test('a folder without site.json is no site', async () => {
  await inFolder({'readme.txt': 'nothing'}, async folder => {
    await assert.rejects(
      readSite(folder),
      (error: unknown) => error instanceof Problem && error.code === 'site-file-missing',
    )
  })
})
