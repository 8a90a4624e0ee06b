import type {ProblemWording} from './problems.ts'

/** What can be wrong with the bytes of a source. */
export const ingestProblems = {
  'bytes-not-a-table': {
    status: 422,
    en: 'The file does not hold a table in the format {format}: {why}.',
    'zh-Hant': '檔案並非 {format} 格式的表格：{why}。',
    'zh-Hans': '档案并非 {format} 格式的表格：{why}。',
  },
  'bytes-empty': {
    status: 422,
    en: 'The file is empty.',
    'zh-Hant': '檔案沒有任何內容。',
    'zh-Hans': '档案没有任何内容。',
  },
  'bytes-web-page': {
    status: 422,
    en: 'The source answered with a web page instead of a {format} file.',
    'zh-Hant': '資料來源傳回的是網頁，而不是 {format} 檔案。',
    'zh-Hans': '资料来源传回的是网页，而不是 {format} 档案。',
  },
  'heading-not-found': {
    status: 422,
    en: 'The file ends before row {row}, where its column headings should be.',
    'zh-Hant': '檔案在第 {row} 行之前已經結束，而該行應為欄目標題。',
    'zh-Hans': '档案在第 {row} 行之前已经结束，而该行应为栏目标题。',
  },
  'period-not-found': {
    status: 422,
    en: 'The period of this release should be in {place}, but what stands there is no date or year.',
    'zh-Hant': '本次發放的所屬期間應載於 {place}，但該處並無日期或年份。',
    'zh-Hans': '本次发放的所属期间应载于 {place}，但该处并无日期或年份。',
  },
} as const satisfies Record<string, ProblemWording>
