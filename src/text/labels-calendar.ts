import type {Wording} from './language.ts'

/** How days, months and periods are written. */
export const calendar = {
  day: {
    en: '{date} {monthName} {year}',
    'zh-Hant': '{year}年{month}月{date}日',
    'zh-Hans': '{year}年{month}月{date}日',
  },
  month: {en: '{monthName} {year}', 'zh-Hant': '{year}年{month}月', 'zh-Hans': '{year}年{month}月'},
  moment: {en: '{day}, {time}', 'zh-Hant': '{day} {time}', 'zh-Hans': '{day} {time}'},
  year: {en: '{year}', 'zh-Hant': '{year}年', 'zh-Hans': '{year}年'},
  financialYear: {
    en: 'financial year {years}',
    'zh-Hant': '{years}財政年度',
    'zh-Hans': '{years}财政年度',
  },
  quarter: {
    en: 'quarter {quarter} of {year}',
    'zh-Hant': '{year}年第{quarter}季',
    'zh-Hans': '{year}年第{quarter}季',
  },
  halfYear: {
    en: 'half-year {half} of {year}',
    'zh-Hant': '{year}年第{half}個半年',
    'zh-Hans': '{year}年第{half}个半年',
  },
} as const satisfies Record<string, Wording>

/** Months by their English names; Chinese writes them as numbers. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** Words for large round numbers, largest first: the scale, and the word behind the digits. */
export const scales = {
  'zh-Hant': [
    [1e8, '億'],
    [1e4, '萬'],
  ],
  'zh-Hans': [
    [1e8, '亿'],
    [1e4, '万'],
  ],
  en: [
    [1e9, 'bn'],
    [1e6, 'M'],
    [1e3, 'K'],
  ],
} as const
