import assert from 'node:assert/strict'
import {after, before, test} from 'node:test'
import iconv from 'iconv-lite'
import {reading} from './files.ts'

let xml: Awaited<ReturnType<typeof reading>>
before(async () => {
  xml = await reading('xml')
})
after(() => xml.close())

test('a row element holds cells by their names', async () => {
  const text = `<?xml version="1.0"?><list><!-- no row --><item id="7"><名稱>A &amp; B</名稱><Fee unit="HK$">5</Fee></item>
    <item id="8"><Extra><![CDATA[<x>]]></Extra><名稱/></item></list>`
  assert.deepEqual(await xml.rows(text, {rowElement: 'item'}), [
    ['@id', '名稱', 'Fee@unit', 'Fee', 'Extra'],
    ['7', 'A & B', 'HK$', '5', null],
    ['8', '', null, null, '<x>'],
  ])
})

test('without a row element the root is the only row', async () => {
  const text =
    '<root xmlns="http://example.org/"><NoOfTechCompanies>2,000</NoOfTechCompanies><At>2024</At></root>'
  assert.deepEqual(await xml.rows(text), [
    ['NoOfTechCompanies', 'At'],
    ['2,000', '2024'],
  ])
})

test('deeper elements are named by their path', async () => {
  const text = '<l><r><Place><Lat>22.1</Lat><Long>114</Long></Place></r></l>'
  assert.deepEqual(await xml.rows(text, {rowElement: 'r'}), [
    ['Place/Lat', 'Place/Long'],
    ['22.1', '114'],
  ])
})

test('the text of others is not unescaped as ours is', async () => {
  assert.deepEqual((await xml.rows('<r><a>_x0041_</a></r>'))[1], ['_x0041_'])
  assert.deepEqual((await xml.rows('<r><cell name="a">_x0041_</cell></r>'))[1], ['A'])
})

test('the prolog declares an encoding, unless it cannot be true', async () => {
  const big5 = iconv.encode(
    '<?xml version="1.0" encoding="Big5-HKSCS"?><r><a>嘅咗堃</a></r>',
    'big5-hkscs',
  )
  assert.deepEqual((await xml.rows(big5))[1], ['嘅咗堃'])
  assert.deepEqual((await xml.rows('<?xml version="1.0" encoding="utf-16"?><r><a>嘅</a></r>'))[1], [
    '嘅',
  ])
})

const laughs = `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><l><r>&b;</r></l>`
const external = `<?xml version="1.0"?>\n<!DOCTYPE l SYSTEM "file:///etc/passwd"><l/>`

const refused: readonly (readonly [claim: string, text: string, problem: object])[] = [
  ['billion laughs', laughs, {code: 'xml-doctype-refused', line: 1}],
  ['an external document type', external, {code: 'xml-doctype-refused', line: 2}],
  ['an unknown entity', '<l>\n<r>&foo;</r></l>', {code: 'xml-not-valid', line: 2, column: 9}],
  [
    'a page of HTML',
    '<html><body><br></body></html>',
    {code: 'xml-not-valid', line: 1, column: 24},
  ],
  ['a file cut short', '<l><r><a>1</a>', {code: 'xml-not-valid', line: 1, column: 15}],
  [
    'two values of one name',
    '<r><a>1</a><a>2</a></r>',
    {code: 'name-repeated', format: 'xml', row: 1, name: 'a'},
  ],
  ['deep nesting', '<a>'.repeat(300), {code: 'nested-too-deep', format: 'xml', limit: 200}],
  [
    'a million attributes',
    `<l ${Array.from({length: 1_000_000}, (_, index) => `a${index}="1"`).join(' ')}/>`,
    {code: 'columns-too-many', format: 'xml', limit: 1000},
  ],
]

for (const [claim, text, problem] of refused)
  test(`refused: ${claim}`, async () => {
    assert.deepEqual(await xml.problem(text), problem)
  })
