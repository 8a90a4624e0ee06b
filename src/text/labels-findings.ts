import type {Wording} from './language.ts'

/** Words around what validation found; what it found is worded in findings.ts. */
export const findings = {
  rejects: {en: 'Rejects', 'zh-Hant': '不予接納', 'zh-Hans': '不予接纳'},
  holds: {en: 'Holds', 'zh-Hant': '須待批核', 'zh-Hans': '须待批核'},
  notes: {en: 'Noted', 'zh-Hant': '備悉', 'zh-Hans': '备悉'},
  rows: {
    en: 'First in rows {rows}.',
    'zh-Hant': '首見於第 {rows} 列。',
    'zh-Hans': '首见于第 {rows} 行。',
  },
} as const satisfies Record<string, Wording>
