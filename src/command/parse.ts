import {parseArgs} from 'node:util'
import {type Language, languages} from '../text/language.ts'
import {nearest} from '../text/nearest.ts'
import {Problem} from '../text/problem.ts'
import type {Command, Option} from './shape.ts'

/** Options that every command has. */
export const everywhere: {readonly [name: string]: Option} = {
  site: {value: 'FOLDER', help: 'The folder of the site. Default: sites/hk-itc beside our code.'},
  data: {value: 'FOLDER', help: 'The folder we may write to. Default: KEPT_DATA, else ./data.'},
  json: {help: 'Answer with one JSON document instead of text.'},
  lang: {
    value: 'LANGUAGE',
    help: `The language of problems: ${languages.join(', ')}. Default: en.`,
  },
  help: {help: 'Explain the command instead of running it.'},
}

/** A command line, taken apart and checked. */
export interface Parsed {
  readonly command: Command
  readonly values: {readonly [option: string]: string | boolean | undefined}
  readonly operands: readonly string[]
}

/**
 * Finds the command and checks its options and operands. Options may stand anywhere.
 * @throws Problem command-…, option-…, operand-…
 */
export function parseCommandLine(line: readonly string[], commands: readonly Command[]): Parsed {
  const {command, rest} = findCommand(line, commands)
  const options = {...everywhere, ...command.options}
  const {tokens} = parseArgs({
    args: [...rest],
    options: Object.fromEntries(
      Object.entries(options).map(([name, {value}]) => [
        name,
        {type: value ? ('string' as const) : ('boolean' as const)},
      ]),
    ),
    strict: false, // its complaints are not in our words, and name no remedy
    allowPositionals: true,
    tokens: true,
  })
  const values: {[option: string]: string | boolean} = {}
  const operands: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value)
    if (token.kind !== 'option') continue
    const value = optionValue(token, options, command)
    if (values[token.name] !== undefined)
      throw new Problem('option-repeated', {name: token.rawName})
    values[token.name] = value
  }
  if (!values.help) checkComplete(command, values, operands)
  return {command, values, operands}
}

function findCommand(
  line: readonly string[],
  commands: readonly Command[],
): {command: Command; rest: readonly string[]} {
  const words = wordsOf(line)
  for (const count of [2, 1]) {
    const taken = words.slice(0, count)
    const command = commands.find(({name}) => name === taken.map(({word}) => word).join(' '))
    if (command && taken.length === count) {
      const at = new Set(taken.map(({index}) => index))
      return {command, rest: line.filter((_, index) => !at.has(index))}
    }
  }
  if (words.length === 0) return {command: commands.find(({name}) => name === 'help')!, rest: line}
  const name = words
    .slice(0, 2)
    .map(({word}) => word)
    .join(' ')
  const names = commands.map(one => one.name)
  const meant = nearest(words[0]!.word, names) ?? nearest(name, names)
  const beginning = names.filter(one => one.startsWith(`${words[0]!.word} `))
  const hint = meant ?? (beginning.length > 0 ? beginning.join(', ') : null)
  if (hint) throw new Problem('command-misspelt', {name: words[0]!.word, meant: hint})
  throw new Problem('command-unknown', {name: words[0]!.word})
}

/** What is neither an option nor the value of one that every command has. */
function wordsOf(line: readonly string[]): {word: string; index: number}[] {
  const found: {word: string; index: number}[] = []
  for (let index = 0; index < line.length; index += 1) {
    const word = line[index]!
    if (word === '--') break
    if (!word.startsWith('-')) found.push({word, index})
    else if (everywhere[word.slice(2)]?.value) index += 1
  }
  return found
}

function optionValue(
  token: {name: string; rawName: string; value?: string | undefined},
  options: {readonly [name: string]: Option},
  command: Command,
): string | boolean {
  const {name, rawName} = token
  const option = Object.hasOwn(options, name) && rawName.startsWith('--') ? options[name] : null
  if (!option) {
    const names = Object.keys(options)
    const meant = nearest(name, names)
    if (meant)
      throw new Problem('option-misspelt', {
        command: command.name,
        name: rawName,
        meant: `--${meant}`,
      })
    const known = names.map(one => `--${one}`).join(', ')
    throw new Problem('option-unknown', {command: command.name, name: rawName, known})
  }
  if (!option.value) {
    if (token.value !== undefined) throw new Problem('option-with-value', {name: rawName})
    return true
  }
  // A value that begins like an option is a forgotten value; --why=-- still can say anything.
  const forgotten = token.value === undefined || token.value === ''
  if (forgotten) throw new Problem('option-without-value', {name: rawName, example: option.value})
  return token.value!
}

function checkComplete(
  {name: command, options, operands: usage}: Command,
  values: Parsed['values'],
  operands: readonly string[],
): void {
  const names = usage.split(' ').filter(Boolean)
  const needed = names.filter(one => !one.startsWith('['))
  if (operands.length < needed.length)
    throw new Problem('operand-missing', {command, missing: needed[operands.length]!, usage})
  if (operands.length > names.length && !names.at(-1)?.endsWith('…]'))
    throw new Problem('operand-surplus', {command, surplus: operands.at(names.length)!, usage})
  for (const [name, {required, value}] of Object.entries(options))
    if (required && values[name] === undefined)
      throw new Problem('option-missing', {command, name: `--${name}`, example: value ?? ''})
}

/** The language of `--lang`, English where it is not given. @throws Problem parameter-not-listed */
export function languageOf(value: string | boolean | undefined): Language {
  if (value === undefined) return 'en'
  const found = languages.find(language => language === value)
  if (found) return found
  throw new Problem('parameter-not-listed', {
    name: '--lang',
    value: String(value),
    allowed: languages.join(', '),
  })
}
