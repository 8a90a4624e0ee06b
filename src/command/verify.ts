import {datasetOf} from '../catalog/catalog.ts'
import {Problem} from '../text/problem.ts'
import {type Flaw, type VerifyOptions, verify} from '../verify.ts'
import {optionOf} from './option.ts'
import {counted} from './print.ts'
import type {Command} from './shape.ts'

const rebuilds = ['all', 'latest', 'none'] as const

/** kept verify [ID…] */
export const verifyCommand: Command = {
  name: 'verify',
  summary: 'Proves that what is stored is what was stored, and can be made again.',
  operands: '[ID…]',
  details: [
    'Every stored object that a version names is hashed anew, and versions are made again from their snapshot and compared, file by file.',
    'The answer is no (exit status 1) if anything is missing or differs; each flaw is named as it is found.',
  ],
  options: {
    rebuild: {
      value: 'WHICH',
      help: `Which versions to make again: ${rebuilds.join(', ')}. Default: all.`,
    },
  },
  run: {
    needs: 'records',
    async do(asked) {
      const {world, operands, say} = asked
      const rebuild = rebuildOf(optionOf(asked, 'rebuild') ?? 'all')
      const ids = operands.map(id => datasetOf(id, world).id)
      const found = await verify(world, {
        ...(ids.length > 0 ? {ids} : {}),
        rebuild,
        onFlaw: flaw => say(flawText(flaw)),
      })
      const {objects, versions, rebuilt, otherCode, flaws} = found
      return {
        text: [
          `${counted(objects, 'object')} hashed, ${counted(versions, 'version')} looked at, ${rebuilt} made again: ${counted(flaws.length, 'flaw')}.`,
          ...(otherCode > 0
            ? [`${counted(otherCode, 'version')} made by another version of our code.`]
            : []),
        ].join('\n'),
        value: found,
        status: flaws.length > 0 ? 1 : 0,
      }
    },
  },
}

function rebuildOf(value: string): VerifyOptions['rebuild'] {
  const found = rebuilds.find(one => one === value)
  if (found) return found
  const allowed = rebuilds.join(', ')
  throw new Problem('parameter-not-listed', {name: '--rebuild', value, allowed})
}

function flawText({kind, key, expected, found}: Flaw): string {
  const words = {
    missing: 'is missing',
    changed: 'has changed',
    'rebuild-differs': 'comes out differently when made again',
  }
  return `${key} ${words[kind]}: expected ${expected}, found ${found ?? 'nothing'}`
}
