import {nearest} from '../text/nearest.ts'
import {Problem} from '../text/problem.ts'
import {everywhere} from './parse.ts'
import {columns, wrapped} from './print.ts'
import type {Answer, Command, Option} from './shape.ts'

const statuses = [
  ['0', 'It is done, or the answer is yes.'],
  ['1', 'The answer is no: something is not kept, not publishable, not as it was stored.'],
  ['2', 'The command line is wrong: an option, an operand, a setting, an id that does not exist.'],
  ['3', 'The world failed us: a source, a file system, a port.'],
  ['4', 'Another process holds the data folder; the message names it.'],
  ['70', 'The mistake is ours; please report what was printed.'],
] as const

/** The help command, which knows all the others. */
export const helpCommand = (all: () => readonly Command[]): Command => ({
  name: 'help',
  summary: 'Explains the commands, or one of them.',
  operands: '[COMMAND…]',
  details: ['Without an operand it lists every command with one sentence each.'],
  options: {},
  run: {
    needs: 'nothing',
    async do({operands}) {
      const commands = all()
      if (operands.length === 0) return listCommands(commands)
      const name = operands.join(' ')
      const found = commands.find(one => one.name === name)
      if (found) return explainCommand(found)
      const group = commands.filter(one => one.name.startsWith(`${name} `))
      if (group.length > 0) return listCommands(group)
      const meant = nearest(
        name,
        commands.map(one => one.name),
      )
      if (meant) throw new Problem('command-misspelt', {name, meant})
      throw new Problem('command-unknown', {name})
    },
  },
})

function listCommands(commands: readonly Command[]): Answer {
  const rows = commands.map(({name, operands, summary}) => [`${name} ${operands}`.trim(), summary])
  return {
    value: commands.map(({name, operands, summary}) => ({name, operands, summary})),
    text: [
      'Kept runs an open data plan: it fetches, checks and publishes every dataset that the plan',
      'promises, and shows with evidence which promises were kept.',
      '',
      columns(rows, '  '),
      '',
      'Every command explains itself with --help and answers in JSON with --json. Exit statuses:',
      '',
      columns(statuses, '  '),
    ].join('\n'),
  }
}

/** Explains one command in full sentences. */
export function explainCommand({name, operands, summary, details, options}: Command): Answer {
  const row = ([option, {value, help, required}]: [string, Option]) => [
    `--${option}${value ? ` ${value}` : ''}`,
    required ? `${help} It must be given.` : help,
  ]
  return {
    value: {name, operands, summary, details, options: {...options, ...everywhere}},
    text: [
      `kept ${name} ${operands}`.trim(),
      '',
      wrapped(summary),
      ...details.flatMap(paragraph => ['', wrapped(paragraph)]),
      '',
      columns([...Object.entries(options), ...Object.entries(everywhere)].map(row), '  '),
    ].join('\n'),
  }
}
