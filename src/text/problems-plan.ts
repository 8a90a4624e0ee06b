import type {ProblemWording} from './problems.ts'

/** What can be wrong with a plan document. */
export const planProblems = {
  'plan-not-recognised': {
    status: 422,
    en: 'This is not an open data plan as far as we can read it: recognised {recognised}; not recognised {missing}.',
    'zh-Hant': '未能辨認此文件為開放數據計劃：已辨認 {recognised}；未能辨認 {missing}。',
    'zh-Hans': '未能辨认此文件为开放数据计划：已辨认 {recognised}；未能辨认 {missing}。',
  },
} as const satisfies Record<string, ProblemWording>
