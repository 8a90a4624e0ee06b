import assert from 'node:assert/strict'
import {test} from 'node:test'
import fc from 'fast-check'
import type {VerdictState} from '../../src/model/obligation.ts'
import type {Cadence} from '../../src/model/plan.ts'
import {
  type Entry,
  type Filter,
  facetCounts,
  facetNames,
  filtered,
  filterOf,
} from '../../src/serve/portal/page/filter.ts'
import {commitment, dataset, field, score, verdict} from './fixtures.ts'

const none: Filter = filterOf({})

function entry(
  id: string,
  given: {cadence?: Cadence; state?: VerdictState; title?: string} = {},
): Entry {
  const title = given.title ?? id
  return {
    dataset: dataset(
      [field('a')],
      {kind: 'list'},
      {
        id,
        title: {'zh-Hant': title, 'zh-Hans': '认可实验所', en: `Set ${id}`},
      },
    ),
    score: score(commitment('D1', given.cadence ? {cadence: given.cadence} : {}), [
      verdict('D1', '2022-01', given.state ?? 'unknown'),
    ]),
    latest: null,
  }
}

const entries = [
  entry('one', {title: '認可實驗所（ＨＯＫＬＡＳ）'}),
  entry('two', {cadence: {kind: 'realtime'}, state: 'open'}),
  entry('three', {cadence: {kind: 'event', trigger: 'owner'}, state: 'late'}),
]

test('words are found in any language, full width or half, in any case', () => {
  for (const q of ['hoklas', 'ＨＯＫＬＡＳ', '實驗所', 'set ONE', '  hoklas 認可 ']) {
    assert.deepEqual(
      filtered(entries, filterOf({q})).map(({dataset: {id}}) => id),
      ['one'],
      q,
    )
  }
  assert.equal(filtered(entries, filterOf({q: '实验所'})).length, 3)
})

test('a count beside a choice is how many that choice leaves', () => {
  const wish = fc.record({
    cadence: fc.constantFrom('', 'realtime', 'P1M', 'owner'),
    verdict: fc.constantFrom('', 'late', 'open', 'unknown'),
    realtime: fc.constantFrom('', '1'),
    q: fc.constantFrom('', 'set', 'one'),
  })
  fc.assert(
    fc.property(wish, fc.constantFrom(...facetNames), (asked, name) => {
      const filter = {...none, ...asked}
      for (const [value, n] of facetCounts(entries, name, filter)) {
        assert.equal(filtered(entries, {...filter, [name]: value}).length, n)
      }
    }),
  )
})

test('what a stranger puts into the query string is a wish or nothing', () => {
  assert.deepEqual(filterOf({q: ['a', 'b'], verdict: {x: 1}, realtime: 'yes', other: 'x'}), none)
  assert.equal(filterOf({q: 'x'.repeat(10_000)}).q.length, 200)
})

test('a choice that nothing fits leaves nothing, and breaks nothing', () => {
  assert.deepEqual(filtered(entries, filterOf({publisher: '__proto__'})), [])
})
