import assert from 'node:assert/strict'
import {test} from 'node:test'
import {languages} from '../../src/text/language.ts'
import {
  datasetOf,
  datasets,
  issues,
  normalised,
  planTitles,
  recordsOf,
  rowsAt,
  textAt,
} from './department.ts'

test('the department has 25 datasets, each with a source', () => {
  assert.equal(datasets.length, 25)
  assert.deepEqual(
    datasets.filter(({source}) => source === null),
    [],
  )
})

test('every title is the plan’s own', async () => {
  const titles = await planTitles()
  assert.equal(titles.size, 55)
  for (const {commitment, title} of datasets)
    assert.equal(normalised(title['zh-Hant'] ?? ''), normalised(titles.get(commitment) ?? '?'))
})

test('everything a reader sees exists in three languages', () => {
  for (const dataset of datasets) {
    const texts = textsIn(dataset)
    assert.ok(texts.length >= 3 + dataset.tableSchema.fields.length, dataset.id)
    for (const {at, text} of texts)
      for (const language of languages)
        assert.ok(text[language]?.trim(), `${dataset.id} ${at} lacks ${language}`)
  }
})

test('Simplified texts hold no character that only Traditional has', () => {
  const traditional = /[實驗與個為這來時會對業機過資們學發點國關應產總項計數據統劃請額構類認證]/
  for (const dataset of datasets)
    for (const {at, text} of textsIn(dataset))
      assert.doesNotMatch(text['zh-Hans'] ?? '', traditional, `${dataset.id} ${at}`)
})

test('every heading of every issue is a field’s name or known heading', () => {
  assert.ok(issues.length > 60)
  for (const issue of issues) {
    const {tableSchema, dialect} = issue.dataset
    const known = tableSchema.fields.flatMap(({name, headings = []}) => [name, ...headings])
    for (const heading of headingsOf(rowsAt(issue), dialect.unpivot !== undefined))
      assert.ok(known.includes(heading), `${issue.path}: "${heading}"`)
  }
})

test('every field has a column in every issue, unless we fill it', () => {
  for (const issue of issues) {
    const {tableSchema, dialect} = issue.dataset
    const headings = headingsOf(rowsAt(issue), dialect.unpivot !== undefined)
    const filled = [dialect.notesField, dialect.unpivot?.dimensionField]
    for (const {name, headings: others = []} of tableSchema.fields)
      if (!filled.includes(name))
        assert.ok(
          [name, ...others].some(heading => headings.includes(heading)),
          `${issue.path}: ${name}`,
        )
  }
})

test('a sample is said to be one, and a real table names its source', () => {
  for (const {issue, path, declared} of issues) {
    const real = /StatView|technology_areas_20250930|undated/.test(path)
    assert.equal(issue.sample, !real, path)
    if (real) assert.match(declared?.provenance?.en ?? '', /https?:\/\/www\.itf\.gov\.hk/)
  }
})

test('names of organisations in samples say that they are samples', () => {
  const organisation =
    /申請機構$|參與機構|企業名稱|Lead Applicant|^Name of|實驗所名稱|機構名稱|分中心名稱|所屬院校|共同投資夥伴|^name(En|Tc|Sc)$/
  let seen = 0
  for (const issue of issues.filter(({issue}) => issue.sample)) {
    const [head = [], ...body] = rowsAt(issue)
    head.forEach((heading, column) => {
      if (!organisation.test(heading)) return
      for (const cell of body.map(row => row[column] ?? '').filter(Boolean)) {
        assert.match(cell, /樣本|样本|Sample/, `${issue.path} ${heading}`)
        seen += 1
      }
    })
  }
  assert.ok(seen > 2000)
})

test('no sample carries the name of a real organisation', () => {
  for (const {path, issue} of issues.filter(({issue}) => issue.sample)) {
    const text = textAt(path, issue.dialect.encoding)
    for (const name of realNames) assert.ok(!text.includes(name), `${path}: ${name}`)
  }
})

test('vouchers by solution and by business have the total of the year’s statistics', () => {
  for (const year of ['2023', '2024']) {
    const [bySolution, byBusiness] = ['D44', 'D45'].map(id => recordsOf(id, year).at(-1))
    const own = programmeOf('Technology Voucher Programme', year)
    assert.deepEqual(Object.values(bySolution ?? {}), Object.values(byBusiness ?? {}))
    assert.equal(plain(bySolution?.獲批項目數目), plain(own?.['Approved Projects']))
    assert.equal(plain(bySolution?.['資助金額（百萬港元）']), plain(own?.['Funds Approved($M)']))
  }
})

test('histories and categories agree with the statistics of each year', () => {
  for (const year of ['2023', '2024', '2025']) {
    const talents = recordsOf('D43', year).at(-1)
    const hub = programmeOf('Research Talent Hub', year)
    assert.equal(plain(talents?.獲批研究人才數目), plain(hub?.['Approved Projects']))
    for (const [commitment, name, count, money] of histories) {
      const row = recordsOf(commitment, '2025').find(({年份}) => 年份 === year)
      const own = programmeOf(name, year)
      assert.equal(plain(row?.[count]), plain(own?.['Approved Projects']), commitment)
      assert.equal(plain(row?.[money]), plain(own?.['Funds Approved($M)']), commitment)
    }
  }
})

test('the list of projects adds up to the statistics of its year', () => {
  for (const year of ['2023', '2024', '2025']) {
    const projects = recordsOf('D41', year)
    for (const [code, name] of listed) {
      const own = projects.filter(project => project['Programme*'] === code)
      const statistics = programmeOf(name, year)
      assert.equal(own.length, plain(statistics?.['Approved Projects']), `${year} ${code}`)
      const millions = own.reduce((sum, row) => sum + Number(row['Funds Approved ($M)']), 0)
      assert.ok(Math.abs(millions - plain(statistics?.['Funds Approved($M)'])) <= 0.0501)
    }
  }
})

test('the trials of a year are those of the list of projects', () => {
  for (const year of ['2023', '2024', '2025'])
    assert.deepEqual(
      recordsOf('A2', year).map(project => project.項目編號),
      recordsOf('D41', year)
        .filter(project => project['Programme*'] === 'PSTS')
        .map(project => project['Reference No.']),
    )
})

test('a register loses and gains bodies from month to month', () => {
  const [first, , last] = ['2026-08-31', '2026-09-30', '2026-10-31'].map(month =>
    recordsOf('D2', month).map(body => body['HOKLAS Reg. No.']),
  )
  assert.equal(first?.filter(number => !last?.includes(number)).length, 2)
  assert.equal(last?.filter(number => !first?.includes(number)).length, 4)
})

test('the list of enterprises holds characters that Big5 alone has not', () => {
  const text = textAt('/aef/dbiz_20230228.csv', 'big5-hkscs')
  for (const character of ['嘅', '咗', '堃']) assert.ok(text.includes(character))
})

test('the list of 2020 contradicts its heading, and is not among the issues', () => {
  assert.match(textAt('/itf/annuallist_2020_e.csv'), /Funds Approved \(\$M\)[\s\S]*HK\$\d{6,}/)
  assert.ok(!issues.some(({path}) => path.includes('annuallist_2020')))
  assert.equal(datasetOf('D41').source?.yearly?.since, 2021)
})

const programmeOf = (name: string, year: string) =>
  recordsOf('D38', year).find(row => row.Programme?.startsWith(name))

const plain = (cell: string | undefined) => Number((cell ?? 'none').replace(/[ ,*]/g, ''))

const histories = [
  ['A3', 'General Support Programme', '獲批項目數目', '獲批資助金額（百萬港元）'],
  ['B2', 'New Industrialisation and Technology', '獲批申請數目', '資助金額（百萬港元）'],
  ['D42', 'Patent Application Grant', '獲批申請數目', '獲批資助金額（百萬港元）'],
] as const

const listed = [
  ['ITSP', 'Innovation and Technology Support Programme'],
  ['MHKJFS', 'Mainland-Hong Kong Joint Funding Scheme'],
  ['PSTS', 'Public Sector Trial Scheme'],
  ['GSP', 'General Support Programme'],
  ['NIFS', 'New Industrialisation Funding Scheme'],
  ['FBL', 'Innovation and Technology Fund for Better Living'],
] as const

/** Organisations that the material about the real datasets names. */
const realNames = [
  ...['Stanger', 'Bureau Veritas', 'Baptist', 'PIT Limited', 'Xcelom', 'Polytechnic', 'SGS'],
  ...['Nutek', 'Productivity Council', 'Department of Health', 'ImmunoDiagnostics', 'Fung Kai'],
  ...['City University', 'University of Hong Kong', 'Isola', 'Lingfeng', 'MindWorks', 'Beyond'],
  ...['BitRock', 'ASTRI', 'HKRITA', 'LSCM', 'NAMI', 'APAS', '香港應用科技研究院', '香港浸會大學'],
  ...['香港理工大學', '香港大學', '香港中文大學', '香港科技大學', '香港城市大學', '生產力促進局'],
]

interface Texts {
  readonly at: string
  readonly text: {readonly [language: string]: string}
}

/** Every object of a dataset's file that is text in a language, with where it stands. */
function textsIn(value: unknown, at = ''): Texts[] {
  if (typeof value !== 'object' || value === null || at.startsWith('.origin')) return []
  const entries = Object.entries(value)
  const isText = entries.some(([name]) => (languages as readonly string[]).includes(name))
  if (isText) return [{at, text: value as Texts['text']}]
  return entries.flatMap(([name, inner]) => textsIn(inner, `${at}.${name}`))
}

function headingsOf(rows: readonly (readonly string[])[], merged: boolean): readonly string[] {
  if (!merged) return rows[0] ?? []
  // The first column's heading, and the two measures that stand under every programme.
  return [rows[0]?.[0] ?? '', ...new Set((rows[2] ?? []).filter(Boolean))]
}
