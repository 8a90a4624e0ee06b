import type {ProblemWording} from './problems.ts'

/** What can be wrong with a source. */
export const sourceProblems = {
  'source-unreachable': {
    status: 502,
    en: '{host} could not be reached; we waited up to {seconds} s.',
    'zh-Hant': '無法連接 {host}，最多等候了 {seconds} 秒。',
    'zh-Hans': '无法连接 {host}，最多等待了 {seconds} 秒。',
  },
} as const satisfies Record<string, ProblemWording>
