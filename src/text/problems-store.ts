import type {ProblemWording} from './problems.ts'

/** What can be wrong with our stores. */
export const storeProblems = {
  'object-missing': {
    status: 404,
    en: 'Nothing is stored under {key}.',
    'zh-Hant': '{key} 之下沒有任何儲存內容。',
    'zh-Hans': '{key} 之下没有任何储存内容。',
  },
} as const satisfies Record<string, ProblemWording>
