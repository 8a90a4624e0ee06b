import assert from 'node:assert/strict'
import {test} from 'node:test'
import fc from 'fast-check'
import {renderToString} from 'preact-render-to-string'
import type {VerdictState} from '../../src/model/obligation.ts'
import {wallOf} from '../../src/serve/portal/page/wall.ts'
import {WallTable} from '../../src/serve/portal/page/wall-table.tsx'
import {voiceOf} from '../../src/serve/portal/voice.ts'
import {board, commitment, score, site, verdict} from './fixtures.ts'

const english = voiceOf('en', 'Asia/Hong_Kong')
const states: readonly VerdictState[] = ['fulfilled', 'late', 'lapsed', 'unknown', 'open', 'waived']
const months = ['2022-01', '2022-02', '2022-03', '2022-04', '2022-05', '2022-06']

function html(of: Parameters<typeof board>[0], given = {}): string {
  return renderToString(WallTable({wall: wallOf(board(of, given), site), voice: english})!)
}

test('the wall runs from the first month of the plan to this one', () => {
  const wall = wallOf(board([score(commitment('D1'), [])]), site)
  assert.deepEqual(wall.months, months)
  assert.equal(wall.now, 5)
})

test('lines stand where watching began and after the horizon', () => {
  const wall = wallOf(board([score(commitment('D1'), [])]), site)
  assert.equal(wall.months[wall.watching!], '2022-03')
  assert.equal(wall.months[wall.past!], '2022-05')
})

test('a watch that began in the last hours of a month in UTC began in the next in Hong Kong', () => {
  const wall = wallOf(board([], {watchingSince: '2022-03-31T17:00:00.000Z'}), site)
  assert.equal(wall.months[wall.watching!], '2022-04')
})

test('the counts of the legend are the marks that are drawn, whatever the verdicts', () => {
  const windows = fc.array(fc.constantFrom(...states), {minLength: 6, maxLength: 6})
  fc.assert(
    fc.property(fc.array(windows, {minLength: 1, maxLength: 5}), rows => {
      const scores = rows.map((row, index) =>
        score(
          commitment(`D${index + 1}`),
          row.map((state, at) => verdict(`D${index + 1}`, months[at]!, state)),
        ),
      )
      const wall = wallOf(board(scores), site)
      const drawn = [...html(scores).matchAll(/href="\/en\/obligations\//g)].length
      const counted = wall.counts.reduce((sum, {n}) => sum + n, 0)
      assert.equal(counted, drawn)
      assert.equal(wall.total, drawn)
    }),
    {numRuns: 30},
  )
})

test('every row is as wide as the heading, however its empty months are drawn together', () => {
  const sparse = [verdict('D1', '2022-02', 'late'), verdict('D1', '2022-05', 'open')]
  const row = /<tbody>.*?<tr><th.*?<\/th>(.*?)<\/tr>/s.exec(html([score(commitment('D1'), sparse)]))
  const cells = [...row![1]!.matchAll(/<td([^>]*)>/g)]
  const spans = cells.map(([, attributes]) => /colspan="(\d+)"/i.exec(attributes!)?.[1] ?? 1)
  const width = spans.reduce<number>((sum, span) => sum + Number(span), 0)
  assert.equal(width, months.length)
})

test('a mark tells in words what its shape and colour tell', () => {
  const late = verdict('D1', '2022-02', 'fulfilled', {
    timing: 'late',
    daysLate: 12,
    evidenceKind: 'simulated',
  })
  const drawn = html([score(commitment('D1'), [late])])
  assert.match(
    drawn,
    /title="D1, February 2022: fulfilled late, late by at least 12 days \(simulated\)"/,
  )
  assert.match(drawn, /<svg class="m v-fulfilled-late"/)
})

test('windows that open outside the wall are neither drawn nor counted', () => {
  const wall = wallOf(
    board([score(commitment('D1'), [verdict('D1', '2023-01', 'scheduled')])]),
    site,
  )
  assert.equal(wall.total, 0)
})
