import type {Cadence, PromisedFormat} from '../model/plan.ts'

/** The columns a plan's tables have, by what their headings begin with. */
export const columns = {
  ordinal: /^(#|編號|序號)$/,
  name: /^數據種類/,
  target: /^(目標)?發放日期/,
  cadence: /^更新頻率/,
  remarks: /^備註/,
} as const

export type Column = keyof typeof columns

/** Columns without which a row says nothing; remarks may be absent. */
export const columnsNeeded: readonly Column[] = ['ordinal', 'name', 'target', 'cadence']

/** A section's heading: its letter, and what it says. */
export const sectionHeading = /^([A-D])\s*[.．、]\s*(\S.*)$/

/** The plan's own heading, with the years it is for. */
export const planHeading = /(\d{4})\s*年?\s*[至—–-]\s*(\d{4})\s*年.*開放數據計劃/

/** A row that says a section is empty. */
export const notApplicable = /^不適用$/

type Period = Extract<Cadence, {kind: 'periodic'}>['period']

/** Cadences by the plan's word, brackets and spaces set aside. */
export const cadences: {
  readonly [word: string]:
    | Exclude<Cadence, {kind: 'periodic'}>
    | {readonly kind: 'periodic'; readonly period: Period}
} = {
  實時: {kind: 'realtime'},
  每月: {kind: 'periodic', period: 'P1M'},
  每季: {kind: 'periodic', period: 'P3M'},
  每半年: {kind: 'periodic', period: 'P6M'},
  每年: {kind: 'periodic', period: 'P1Y'},
  當有更新時: {kind: 'event', trigger: 'source'},
  當有需要時: {kind: 'event', trigger: 'owner'},
  一次性: {kind: 'once'},
}

/** Months between the windows of a period. */
export const periodMonths: {readonly [period in Period]: number} = {
  P1M: 1,
  P3M: 3,
  P6M: 6,
  P1Y: 12,
}

/** 每年 (自2020年起為每年二月): a month stated, and the year from which it holds. */
export const statedAnchor = /^(每年)\(自(\d{4})年起為每年([一二三四五六七八九十]{1,2}|\d{1,2})月\)$/

const chineseMonths = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

/** A month as plans write it, 1–12; null if it is none. */
export function monthNumber(written: string): number | null {
  const number = chineseMonths.indexOf(written) + 1 || Number(written)
  return number >= 1 && number <= 12 ? number : null
}

/** 01/2022, or 10/2015 (首次發放日期). */
export const targetMonth = /^(0?[1-9]|1[0-2])\/(\d{4})(?:\((首次)?發放日期\))?$/

/** 數據集以 XLS 及 CSV 格式提供: the sentence of the remarks that promises formats. */
export const formatSentence =
  /數據集?[^\s。]*?\s*(?:將|現)?以\s*([A-Za-z]+(?:\s*(?:及|和|、|或|,)\s*[A-Za-z]+)*)\s*格式(?:提供|輸出|存檔|發放)。?/

export const formats: readonly PromisedFormat[] = ['CSV', 'JSON', 'XML', 'XLS']

/** Which period the text says a release is about. The longer wording first: 前一財政年度 is not 前一年度. */
export const coverage = [
  {text: /(上一個?|前一個?)財政年度/, covers: 'preceding-financial-year'},
  {text: /(上一個?|前一個?)年度/, covers: 'preceding-year'},
] as const

/** What the remarks do besides: a list of what is held, or a definition. */
export const clauseKinds = [
  {kind: 'definition', text: /是指|所指定的|進位至|路線/},
  {kind: 'columns', text: /包括/},
] as const
