import type {ProblemWording} from './problems.ts'

/** What can be wrong with what is asked of the catalog. */
export const catalogProblems = {
  'dataset-unknown': {
    status: 404,
    en: 'There is no dataset {id}.',
    'zh-Hant': '沒有編號為 {id} 的數據集。',
    'zh-Hans': '没有编号为 {id} 的数据集。',
  },
} as const satisfies Record<string, ProblemWording>
