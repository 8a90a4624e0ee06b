import assert from 'node:assert/strict'
import {test} from 'node:test'
import {
  address,
  inOtherLanguage,
  outsideLink,
  preferredLanguage,
} from '../../src/serve/portal/address.ts'
import {languages} from '../../src/text/language.ts'

const asked: readonly (readonly [header: string | undefined, language: string])[] = [
  ['zh-HK', 'zh-Hant'],
  ['zh-TW,en;q=0.8', 'zh-Hant'],
  ['zh-Hant-HK', 'zh-Hant'],
  ['zh-CN', 'zh-Hans'],
  ['zh', 'zh-Hans'],
  ['zh-Hans-HK', 'zh-Hans'],
  ['en-GB,zh-HK;q=0.9', 'en'],
  ['fr,en;q=0.5', 'en'],
  ['en;q=0.1,zh-HK;q=0.9', 'zh-Hant'],
  ['en;q=0,zh-CN', 'zh-Hans'],
  ['fr', 'zh-Hant'],
  ['', 'zh-Hant'],
  [undefined, 'zh-Hant'],
  [',;;q=,'.repeat(1000), 'zh-Hant'],
]

for (const [header, language] of asked) {
  test(`a browser that asks for ${String(header).slice(0, 30)} reads ${language}`, () => {
    assert.equal(preferredLanguage(header, languages), language)
  })
}

test('an id never leaves its place in an address', () => {
  assert.equal(address.dataset('en', '../../x?y#z'), '/en/datasets/..%2F..%2Fx%3Fy%23z')
  assert.equal(address.obligation('en', 'D5:2022-12'), '/en/obligations/D5:2022-12')
  assert.equal(address.latestFile('a/b', 'csv'), '/datasets/a%2Fb/latest.csv')
})

test('the switch of language keeps page, query and nothing else', () => {
  assert.equal(
    inOtherLanguage('/en/datasets?q=%E5%89%B5', 'zh-Hant'),
    '/zh-Hant/datasets?q=%E5%89%B5',
  )
  assert.equal(inOtherLanguage('/en', 'zh-Hans'), '/zh-Hans')
  assert.equal(inOtherLanguage('//evil.example/x', 'en'), '/en/')
})

test('only addresses of the web become links', () => {
  assert.equal(outsideLink('https://www.itc.gov.hk/'), 'https://www.itc.gov.hk/')
  for (const bad of [
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '//x',
    'x',
    '',
  ]) {
    assert.equal(outsideLink(bad), null, bad)
  }
  assert.equal(outsideLink(undefined), null)
})
