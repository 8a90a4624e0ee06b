import type {ProblemWording} from './problems.ts'

/** What can be wrong with a request. */
export const serveProblems = {
  'page-unknown': {
    status: 404,
    en: 'There is nothing at {path}.',
    'zh-Hant': '{path} 並無任何內容。',
    'zh-Hans': '{path} 并无任何内容。',
  },
} as const satisfies Record<string, ProblemWording>
