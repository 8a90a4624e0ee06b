import type {EvidenceKind, Reason, VerdictState} from '../model/obligation.ts'
import {fill, languages, type Wording} from '../text/language.ts'
import {type ReasonCode, reasons} from './reasons.ts'

const states: {readonly [state in VerdictState]: Wording} = {
  scheduled: {en: 'scheduled', 'zh-Hant': '未開始', 'zh-Hans': '未开始'},
  open: {en: 'open', 'zh-Hant': '進行中', 'zh-Hans': '进行中'},
  fulfilled: {en: 'fulfilled', 'zh-Hant': '已履行', 'zh-Hans': '已履行'},
  late: {en: 'late', 'zh-Hant': '逾期', 'zh-Hans': '逾期'},
  lapsed: {en: 'lapsed', 'zh-Hant': '已錯過', 'zh-Hans': '已错过'},
  defective: {en: 'defective', 'zh-Hant': '內容有誤', 'zh-Hans': '内容有误'},
  held: {en: 'awaiting approval', 'zh-Hant': '待批核', 'zh-Hans': '待批核'},
  missed: {en: 'missed', 'zh-Hant': '未達標', 'zh-Hans': '未达标'},
  unattested: {en: 'unattested', 'zh-Hant': '未經確認', 'zh-Hans': '未经确认'},
  waived: {en: 'waived', 'zh-Hant': '已豁免', 'zh-Hans': '已豁免'},
  superseded: {en: 'superseded', 'zh-Hant': '已被取代', 'zh-Hans': '已被取代'},
  withdrawn: {en: 'withdrawn', 'zh-Hant': '已撤回', 'zh-Hans': '已撤回'},
  ended: {en: 'ended', 'zh-Hant': '已終止', 'zh-Hans': '已终止'},
  unknown: {en: 'unknown', 'zh-Hant': '無從得知', 'zh-Hans': '无从得知'},
}

const kinds: {readonly [kind in EvidenceKind]: Wording} = {
  observed: {en: 'observed', 'zh-Hant': '觀察所得', 'zh-Hans': '观察所得'},
  claimed: {en: 'claimed', 'zh-Hant': '據稱', 'zh-Hans': '据称'},
  simulated: {en: 'simulated', 'zh-Hant': '模擬', 'zh-Hans': '模拟'},
}

/** A verdict's word. */
export function stateLabel(state: VerdictState): Wording {
  return states[state]
}

/** What a verdict rests on, in a word: never left out beside a simulated one. */
export function kindLabel(kind: EvidenceKind): Wording {
  return kinds[kind]
}

/** One step of the argument for a verdict, as a sentence. */
export function reasonText({code, facts}: Reason): Wording {
  const wording = reasons[code as ReasonCode]
  if (!wording) throw new Error(`score: no words for the reason ${code}`)
  return Object.fromEntries(
    languages.map(language => [language, fill(wording[language], facts)]),
  ) as Wording
}
