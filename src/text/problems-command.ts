import type {ProblemWording} from './problems.ts'

/** What can be wrong with a command line. */
export const commandProblems = {
  'command-unknown': {
    status: 400,
    en: 'There is no command {name}; see kept help.',
    'zh-Hant': '沒有「{name}」這個指令；請見 kept help。',
    'zh-Hans': '没有「{name}」这个指令；请见 kept help。',
  },
} as const satisfies Record<string, ProblemWording>
