import type {Provenance} from '../model/plan.ts'
import type {Wording} from '../text/language.ts'
import type {NotPlaced} from './layout.ts'
import type {LinkRemark} from './link.ts'

const rules: {readonly [rule: string]: Wording} = {
  'group-names-publisher': {
    en: 'The group row above it names this publisher.',
    'zh-Hant': '其上的分組列為此發布機構的名稱。',
    'zh-Hans': '其上的分组列为此发布机构的名称。',
  },
  'group-is-part-of-department': {
    en: 'The group row names no publisher we know, so it is taken for a programme or unit of the department whose plan this is.',
    'zh-Hant': '分組列並非已知的發布機構名稱，故視為計劃所屬部門的項目或單位。',
    'zh-Hans': '分组列并非已知的发布机构名称，故视为计划所属部门的项目或单位。',
  },
  'anchors-from-first-month': {
    en: 'The text names no month for later releases: they are counted from the month of the first, one period at a time.',
    'zh-Hant': '原文沒有列明其後的發放月份：由首次發放的月份起，按更新頻率推算。',
    'zh-Hans': '原文没有列明其后的发放月份：由首次发放的月份起，按更新频率推算。',
  },
}

const assignments: {readonly [reason: string]: Wording} = {
  'no-format-named': {
    en: 'The remarks name no format; CSV is the least a table can be offered in.',
    'zh-Hant': '備註沒有列明格式；表格數據至少以 CSV 格式提供。',
    'zh-Hans': '备注没有列明格式；表格数据至少以 CSV 格式提供。',
  },
}

const stated: Wording = {
  en: 'The text says so.',
  'zh-Hant': '原文列明。',
  'zh-Hans': '原文列明。',
}

/** Where a field of a commitment comes from, in a sentence. */
export function provenanceText(provenance: Provenance): Wording {
  if (provenance.kind === 'stated') return stated
  const known =
    provenance.kind === 'inferred' ? rules[provenance.rule] : assignments[provenance.reason]
  if (!known) throw new Error(`plan: no words for ${JSON.stringify(provenance)}`)
  return known
}

/** Why a line of a document could not be placed. */
export const notPlacedWords: {readonly [why in NotPlaced['why']]: Wording} = {
  'no-section': {
    en: 'before the first section',
    'zh-Hant': '位於首個部分之前',
    'zh-Hans': '位于首个部分之前',
  },
  'no-headings': {
    en: 'before the headings of its table',
    'zh-Hant': '位於表格標題列之前',
    'zh-Hans': '位于表格标题列之前',
  },
  'not-a-row': {
    en: 'neither a group nor a numbered row',
    'zh-Hant': '既非分組列，亦非有編號的項目',
    'zh-Hans': '既非分组列，亦非有编号的项目',
  },
  'no-name': {en: 'no title', 'zh-Hant': '沒有名稱', 'zh-Hans': '没有名称'},
  'cadence-unread': {
    en: 'its update frequency is not one we can read',
    'zh-Hant': '未能理解其更新頻率',
    'zh-Hans': '未能理解其更新频率',
  },
  'target-unread': {
    en: 'its date is not one we can read',
    'zh-Hant': '未能理解其日期',
    'zh-Hans': '未能理解其日期',
  },
}

/** What does not agree between plan and site. */
export const linkWords: {readonly [code in LinkRemark['code']]: Wording} = {
  'no-dataset': {
    en: 'no dataset of this site answers it',
    'zh-Hant': '本網站沒有與之對應的數據集',
    'zh-Hans': '本网站没有与之对应的数据集',
  },
  'title-differs': {
    en: 'the dataset declared for it has another title',
    'zh-Hant': '所對應的數據集名稱不同',
    'zh-Hans': '所对应的数据集名称不同',
  },
  'publisher-differs': {
    en: 'the dataset declared for it has another publisher',
    'zh-Hant': '所對應的數據集屬於另一發布機構',
    'zh-Hans': '所对应的数据集属于另一发布机构',
  },
  'declared-for-another': {
    en: 'the dataset of its title is declared for another row',
    'zh-Hant': '同名的數據集註明對應另一項',
    'zh-Hans': '同名的数据集注明对应另一项',
  },
  'no-commitment': {
    en: 'a dataset is declared for a row that the plan does not have',
    'zh-Hant': '有數據集註明對應計劃中沒有的項目',
    'zh-Hans': '有数据集注明对应计划中没有的项目',
  },
}
