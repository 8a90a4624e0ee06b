import assert from 'node:assert/strict'
import {test} from 'node:test'
import {commands} from '../../src/command/commands.ts'
import {parseCommandLine} from '../../src/command/parse.ts'
import {columns, width, wrapped} from '../../src/command/print.ts'
import {Problem} from '../../src/text/problem.ts'

const parse = (line: string) => parseCommandLine(line.split(' ').filter(Boolean), commands)
const refused = (line: string) => {
  try {
    parse(line)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new assert.AssertionError({message: `accepted: ${line}`})
}

test('a command of two words is found, and options may stand anywhere', () => {
  const {command, operands, values} = parse('--data d plan --json import plan.txt --dry-run')
  assert.equal(command.name, 'plan import')
  assert.deepEqual(operands, ['plan.txt'])
  assert.deepEqual({...values}, {data: 'd', json: true, 'dry-run': true})
})

test('without a command there is help', () => {
  assert.equal(parse('').command.name, 'help')
  assert.equal(parse('--json').command.name, 'help')
})

test('a misspelt command or option is answered with the one that was meant', () => {
  assert.equal(refused('refrsh').facts.meant, 'refresh')
  assert.equal(refused('plan improt x').facts.meant, 'plan import')
  assert.equal(refused('plan').facts.meant, 'plan import, plan show')
  assert.equal(refused('score --asof 2024-01-01').facts.meant, '--as-of')
  assert.equal(refused('score --as_of=2024-01-01').facts.meant, '--as-of')
  assert.equal(refused('frobnicate').code, 'command-unknown')
  assert.equal(refused('score --zebra').code, 'option-unknown')
  assert.equal(refused('score -x').code, 'option-unknown')
  assert.equal(refused('score --constructor').code, 'option-unknown')
})

test('what is missing or too much is named', () => {
  assert.equal(refused('explain').facts.missing, 'OBLIGATION')
  assert.equal(refused('explain a b').facts.surplus, 'b')
  assert.equal(refused('check file.csv').facts.name, '--dataset')
  assert.equal(refused('waive D5:2022-12 --by Officer').facts.name, '--why')
  assert.equal(refused('score --as-of').code, 'option-without-value')
  assert.equal(refused('score --as-of=').code, 'option-without-value')
  assert.equal(refused('score --json=yes').code, 'option-with-value')
  assert.equal(refused('score --as-of 2024 --as-of 2025').code, 'option-repeated')
})

test('a command is explained without what it needs', () => {
  assert.equal(parse('waive --help').command.name, 'waive')
})

test('every command explains itself in full sentences', () => {
  for (const {name, summary, details, options} of commands) {
    assert.match(summary, /^[A-Z].*\.$/, name)
    for (const paragraph of details) assert.match(paragraph, /^[A-Z‘“].*\.$/, name)
    for (const [option, {help}] of Object.entries(options))
      assert.match(help, /^[A-Z].*[.]$/, `${name} --${option}`)
  }
})

test('columns stay in line also where Han characters are twice as wide', () => {
  assert.equal(width('實時'), 4)
  assert.equal(
    columns([
      ['實時', 'a'],
      ['abcd', 'b'],
    ]),
    '實時  a\nabcd  b',
  )
  assert.equal(wrapped('one two three', 7), 'one two\nthree')
})
