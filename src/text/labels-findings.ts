import type {Wording} from './language.ts'

/** Words around what validation found. */
export const findings = {
  rejects: {en: 'Rejects', 'zh-Hant': '不予接納', 'zh-Hans': '不予接纳'},
  holds: {en: 'Holds', 'zh-Hant': '須待批核', 'zh-Hans': '须待批核'},
  notes: {en: 'Noted', 'zh-Hant': '備悉', 'zh-Hans': '备悉'},
  times: {en: '{n} times', 'zh-Hant': '共 {n} 次', 'zh-Hans': '共 {n} 次'},
  rows: {
    en: ', first in rows {rows}',
    'zh-Hant': '，首見於第 {rows} 列',
    'zh-Hans': '，首见于第 {rows} 行',
  },
} as const satisfies Record<string, Wording>

/** What validation can find, by its Frictionless name; a type without words is shown by its name. */
export const findingTypes = {
  'type-error': {
    en: 'a cell is not of its column’s type',
    'zh-Hant': '儲存格的值與欄目類型不符',
    'zh-Hans': '储存格的值与栏目类型不符',
  },
  'constraint-error': {
    en: 'a cell breaks its column’s rule',
    'zh-Hant': '儲存格的值不符合欄目規則',
    'zh-Hans': '储存格的值不符合栏目规则',
  },
  'primary-key-error': {
    en: 'two rows have the same key',
    'zh-Hant': '有資料列的主鍵重複',
    'zh-Hans': '有资料行的主键重复',
  },
  'unique-error': {
    en: 'a value that must be unique occurs twice',
    'zh-Hant': '不可重複的值出現多於一次',
    'zh-Hans': '不可重复的值出现多于一次',
  },
  'missing-label': {en: 'a column is missing', 'zh-Hant': '欠缺欄目', 'zh-Hans': '欠缺栏目'},
  'extra-label': {
    en: 'a column that is not declared',
    'zh-Hant': '有未經申報的欄目',
    'zh-Hans': '有未经申报的栏目',
  },
  'duplicate-label': {
    en: 'two columns bear the same heading',
    'zh-Hant': '欄名重複',
    'zh-Hans': '栏名重复',
  },
  'blank-label': {
    en: 'a column has no heading',
    'zh-Hant': '有欄目沒有名稱',
    'zh-Hans': '有栏目没有名称',
  },
  'label-order': {
    en: 'the columns stand in another order',
    'zh-Hant': '欄目次序有變',
    'zh-Hans': '栏目次序有变',
  },
  'missing-cell': {
    en: 'a row is too short',
    'zh-Hant': '資料列欠缺儲存格',
    'zh-Hans': '资料行欠缺储存格',
  },
  'extra-cell': {
    en: 'a row is too long',
    'zh-Hant': '資料列有多餘儲存格',
    'zh-Hans': '资料行有多余储存格',
  },
  'blank-row': {en: 'an empty row', 'zh-Hant': '空白資料列', 'zh-Hans': '空白资料行'},
  'rows-vanished': {
    en: 'many rows of the version before are gone',
    'zh-Hant': '上一版本的大量資料列已消失',
    'zh-Hans': '上一版本的大量资料行已消失',
  },
  'rows-jumped': {
    en: 'far more rows than in the version before',
    'zh-Hant': '資料列遠多於上一版本',
    'zh-Hans': '资料行远多于上一版本',
  },
  'column-emptied': {
    en: 'a column that held values is empty',
    'zh-Hant': '原有數值的欄目變成空白',
    'zh-Hans': '原有数值的栏目变成空白',
  },
} as const satisfies Record<string, Wording>
