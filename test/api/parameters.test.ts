import assert from 'node:assert/strict'
import {test} from 'node:test'
import fc from 'fast-check'
import {safeName} from '../../src/serve/api/file.ts'
import {asOfInstant, dateOf, shown} from '../../src/serve/api/parameters.ts'
import {nearest} from '../../src/text/nearest.ts'
import {Problem} from '../../src/text/problem.ts'
import {emptySite} from '../world.ts'

const reader = {site: emptySite, now: () => '2026-11-23T02:00:00.000Z'}
const asOf = (value?: string) => asOfInstant(value, reader)
const refused = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
  return 'accepted'
}

test('no time means now', () => {
  assert.equal(asOf(), '2026-11-23T02:00:00.000Z')
})

test("a day means its end in the site's zone", () => {
  assert.equal(asOf('2024-12-31'), '2024-12-31T16:00:00.000Z')
  assert.equal(asOf('2024-02-29'), '2024-02-29T16:00:00.000Z')
})

test('a moment keeps its zone, also when the plus came as a space', () => {
  assert.equal(asOf('2024-12-31T18:00:00+08:00'), '2024-12-31T10:00:00.000Z')
  assert.equal(asOf('2024-12-31T18:00:00 08:00'), '2024-12-31T10:00:00.000Z')
  assert.equal(asOf('2024-12-31T10:00Z'), '2024-12-31T10:00:00.000Z')
})

test('a time to come is taken as it is', () => {
  assert.equal(asOf('2030-01-01'), '2030-01-01T16:00:00.000Z')
})

test('what is no time is refused', () => {
  const wrong = [
    ...['', 'now', '2024', '2024-13-01', '2023-02-29', '2024-12-31T10:00:00', '31/12/2024'],
    ...[
      '2024-12-31T24:00:00Z',
      '2024-02-30T10:00:00Z',
      '+012024-01-01',
      '0000-01-01',
      '1899-12-31',
      '2100-01-01',
      '9999-12-31',
    ],
  ]
  for (const value of wrong)
    assert.equal(
      refused(() => asOf(value)),
      'parameter-not-an-instant',
      value,
    )
})

test('a date is a day of the calendar', () => {
  assert.equal(dateOf('from', '2024-02-29'), '2024-02-29')
  for (const value of ['2023-02-29', '2024-2-9', '2024-04-31', '2024-12-31T00:00:00Z'])
    assert.equal(
      refused(() => dateOf('from', value)),
      'parameter-not-a-date',
      value,
    )
})

test('no text makes the reading of a time fail in any other way', () => {
  fc.assert(
    fc.property(fc.string(), value => {
      assert.match(
        refused(() => asOf(value)),
        /^(accepted|parameter-not-an-instant)$/,
      )
    }),
  )
})

test('a misspelt name is told from a strange one', () => {
  const names = ['from', 'to', 'asOf', 'commitment', 'limit']
  assert.equal(nearest('form', names), 'from')
  assert.equal(nearest('asof', names), 'asOf')
  assert.equal(nearest('as_of', names), 'asOf')
  assert.equal(nearest('comitment', names), 'commitment')
  assert.equal(nearest('zebra', names), null)
})

test("a stranger's value is repeated on one line and not at any length", () => {
  assert.equal(shown('a\r\nSet-Cookie: x\u0000'), 'a  Set-Cookie: x ')
  assert.equal(shown('x'.repeat(1000)).length, 61)
})

test('no name of a file can break out of its header', () => {
  fc.assert(
    fc.property(fc.string({unit: 'binary'}), name => {
      assert.match(safeName(name), /^[A-Za-z0-9._-]*$/)
    }),
  )
})
