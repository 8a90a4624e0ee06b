import type {Wording} from './language.ts'

/** Words of the list of datasets and its filters. */
export const list = {
  title: {en: 'Datasets', 'zh-Hant': '數據集', 'zh-Hans': '数据集'},
  filter: {en: 'Narrow the list', 'zh-Hant': '篩選', 'zh-Hans': '筛选'},
  words: {en: 'Words', 'zh-Hant': '關鍵字', 'zh-Hans': '关键字'},
  publisher: {en: 'Publisher', 'zh-Hant': '發布機構', 'zh-Hans': '发布机构'},
  theme: {en: 'Theme', 'zh-Hant': '數據種類', 'zh-Hans': '数据种类'},
  cadence: {en: 'How often promised', 'zh-Hant': '承諾更新頻率', 'zh-Hans': '承诺更新频率'},
  format: {en: 'Promised format', 'zh-Hant': '承諾格式', 'zh-Hans': '承诺格式'},
  verdict: {en: 'Verdict', 'zh-Hant': '評定', 'zh-Hans': '评定'},
  realtimeOnly: {en: 'Real-time only', 'zh-Hant': '只顯示實時數據', 'zh-Hans': '只显示实时数据'},
  any: {en: 'Any', 'zh-Hant': '不限', 'zh-Hans': '不限'},
  apply: {en: 'Show', 'zh-Hant': '顯示', 'zh-Hans': '显示'},
  clear: {en: 'Clear all', 'zh-Hant': '清除全部條件', 'zh-Hans': '清除全部条件'},
  option: {en: '{name} ({n})', 'zh-Hant': '{name}（{n}）', 'zh-Hans': '{name}（{n}）'},
  found: {
    en: '{n} of {m} datasets',
    'zh-Hant': '{m} 個數據集之中的 {n} 個',
    'zh-Hans': '{m} 个数据集之中的 {n} 个',
  },
  nothing: {
    en: 'No dataset fits all of these. Clear a filter, or try a shorter word.',
    'zh-Hant': '沒有數據集同時符合以上條件；請減少條件或縮短關鍵字。',
    'zh-Hans': '没有数据集同时符合以上条件；请减少条件或缩短关键字。',
  },
  latest: {
    en: 'Newest data: {period}',
    'zh-Hant': '最新數據：{period}',
    'zh-Hans': '最新数据：{period}',
  },
  notYet: {en: 'Nothing published yet', 'zh-Hant': '尚未發放', 'zh-Hans': '尚未发放'},
  rows: {en: '{n} rows', 'zh-Hant': '{n} 列', 'zh-Hans': '{n} 行'},
} as const satisfies Record<string, Wording>

/** How often something is promised, in words; the keys are the filter's values. */
export const cadences = {
  realtime: {en: 'Real-time', 'zh-Hant': '實時', 'zh-Hans': '实时'},
  P1M: {en: 'Monthly', 'zh-Hant': '每月', 'zh-Hans': '每月'},
  P3M: {en: 'Quarterly', 'zh-Hant': '每季', 'zh-Hans': '每季'},
  P6M: {en: 'Half-yearly', 'zh-Hant': '每半年', 'zh-Hans': '每半年'},
  P1Y: {en: 'Yearly', 'zh-Hant': '每年', 'zh-Hans': '每年'},
  source: {en: 'As and when updated', 'zh-Hant': '當有更新時', 'zh-Hans': '当有更新时'},
  owner: {en: 'As and when necessary', 'zh-Hant': '當有需要時', 'zh-Hans': '当有需要时'},
  once: {en: 'One-off', 'zh-Hant': '一次性', 'zh-Hans': '一次性'},
} as const satisfies Record<string, Wording>

export type CadenceKey = keyof typeof cadences
