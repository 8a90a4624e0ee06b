import type {ProblemWording} from './problems.ts'

/** What can be wrong with the bytes of a source. */
export const ingestProblems = {
  'bytes-not-a-table': {
    status: 422,
    en: 'The file does not hold a table in the format {format}: {why}.',
    'zh-Hant': '檔案並非 {format} 格式的表格：{why}。',
    'zh-Hans': '档案并非 {format} 格式的表格：{why}。',
  },
} as const satisfies Record<string, ProblemWording>
