import {monthNames} from './labels-calendar.ts'
import type {Wording} from './language.ts'

/** Words of the plan page, and of what is read from a plan. */
export const plan = {
  title: {
    en: 'The plan and its promises',
    'zh-Hant': '計劃原文與承諾',
    'zh-Hans': '计划原文与承诺',
  },
  lead: {
    en: 'On one side the document as it was published, line by line; on the other what we read from each row, with where every field comes from.',
    'zh-Hant': '一邊是文件原文，逐行列出；另一邊是本網站對每一項的理解，並註明每個欄目的依據。',
    'zh-Hans': '一边是文件原文，逐行列出；另一边是本网站对每一项的理解，并注明每个栏目的依据。',
  },
  horizon: {en: 'Horizon', 'zh-Hant': '涵蓋期', 'zh-Hans': '涵盖期'},
  span: {en: '{first} to {last}', 'zh-Hant': '{first}至{last}', 'zh-Hans': '{first}至{last}'},
  issued: {en: 'Issued', 'zh-Hant': '發表日期', 'zh-Hans': '发表日期'},
  issuedUnknown: {
    en: 'unknown; assumed to be before the horizon began',
    'zh-Hant': '不詳；假設早於涵蓋期開始',
    'zh-Hans': '不详；假设早于涵盖期开始',
  },
  document: {en: 'Document', 'zh-Hant': '文件', 'zh-Hans': '文件'},
  documentIs: {
    en: '{file}, {size}, SHA-256 {checksum}',
    'zh-Hant': '{file}，{size}，SHA-256 {checksum}',
    'zh-Hans': '{file}，{size}，SHA-256 {checksum}',
  },
  imported: {en: 'Read in', 'zh-Hant': '載入時間', 'zh-Hans': '载入时间'},
  commitments: {en: 'Promises', 'zh-Hant': '承諾數目', 'zh-Hans': '承诺数目'},
  bySection: {
    en: 'A {A}, B {B}, C {C}, D {D}; {total} in all',
    'zh-Hant': 'A 部 {A} 項、B 部 {B} 項、C 部 {C} 項、D 部 {D} 項，共 {total} 項',
    'zh-Hans': 'A 部 {A} 项、B 部 {B} 项、C 部 {C} 项、D 部 {D} 项，共 {total} 项',
  },
  theText: {en: 'The document', 'zh-Hant': '原文', 'zh-Hans': '原文'},
  theReading: {en: 'Our reading', 'zh-Hant': '本網站的理解', 'zh-Hans': '本网站的理解'},
  line: {en: 'Line {n}', 'zh-Hant': '第 {n} 行', 'zh-Hans': '第 {n} 行'},
  none: {
    en: 'No plan has been read in yet.',
    'zh-Hant': '尚未載入任何計劃。',
    'zh-Hans': '尚未载入任何计划。',
  },
  clauses: {
    en: 'Also promised or defined',
    'zh-Hant': '其他承諾或定義',
    'zh-Hans': '其他承诺或定义',
  },
} as const satisfies Record<string, Wording>

/** Fields of a commitment. */
export const commitmentFields = {
  publisher: {en: 'Publisher', 'zh-Hant': '發布機構', 'zh-Hans': '发布机构'},
  title: {en: 'Title', 'zh-Hant': '名稱', 'zh-Hans': '名称'},
  target: {en: 'Month promised', 'zh-Hant': '承諾月份', 'zh-Hans': '承诺月份'},
  cadence: {en: 'How often', 'zh-Hant': '更新頻率', 'zh-Hans': '更新频率'},
  anchors: {en: 'Months due', 'zh-Hant': '應發放月份', 'zh-Hans': '应发放月份'},
  formats: {en: 'Formats', 'zh-Hant': '格式', 'zh-Hans': '格式'},
  covers: {en: 'About which period', 'zh-Hant': '所指時段', 'zh-Hans': '所指时段'},
} as const satisfies Record<string, Wording>

/** How a field of a commitment is known. */
export const provenanceWords = {
  stated: {en: 'stated in the plan', 'zh-Hant': '計劃已列明', 'zh-Hans': '计划已列明'},
  inferred: {en: 'inferred', 'zh-Hant': '推斷', 'zh-Hans': '推断'},
  assigned: {en: 'assigned by us', 'zh-Hant': '由本網站訂定', 'zh-Hans': '由本网站订定'},
} as const satisfies Record<string, Wording>

export const coversWords = {
  'preceding-year': {en: 'the preceding year', 'zh-Hant': '前一年度', 'zh-Hans': '前一年度'},
  'preceding-financial-year': {
    en: 'the preceding financial year',
    'zh-Hant': '上一個財政年度',
    'zh-Hans': '上一个财政年度',
  },
} as const satisfies Record<string, Wording>

/** Months of any year: January to December. */
export const anchorsStated: readonly Wording[] = monthNames.map((name, index) => ({
  en: name,
  'zh-Hant': `${index + 1}月`,
  'zh-Hans': `${index + 1}月`,
}))

/** Words of an obligation's page: its window, verdict, argument and evidence. */
export const obligation = {
  title: {
    en: '{commitment}: window of {month}',
    'zh-Hant': '{commitment}：{month}的應發放期',
    'zh-Hans': '{commitment}：{month}的应发放期',
  },
  verdict: {en: 'The verdict', 'zh-Hant': '評定', 'zh-Hans': '评定'},
  asOf: {
    en: 'As at {at}, computed from the evidence below; nobody set it.',
    'zh-Hant': '截至 {at}，由以下證據計算得出，並非人手訂定。',
    'zh-Hans': '截至 {at}，由以下证据计算得出，并非人手订定。',
  },
  window: {en: 'The window', 'zh-Hant': '應發放期', 'zh-Hans': '应发放期'},
  opens: {en: 'Opens', 'zh-Hant': '開始', 'zh-Hans': '开始'},
  due: {
    en: 'Due by the end of',
    'zh-Hant': '到期日（以當日完結為準）',
    'zh-Hans': '到期日（以当日完结为准）',
  },
  rolled: {
    en: 'rolled forward from {day}, a Sunday or general holiday (policy adopted from Cap. 1, s. 71)',
    'zh-Hant': '由{day}（星期日或公眾假期）順延；沿用《釋義及通則條例》（第1章）第71條的做法',
    'zh-Hans': '由{day}（星期日或公众假期）顺延；沿用《释义及通则条例》（第1章）第71条的做法',
  },
  kind: {en: 'Kind', 'zh-Hant': '類別', 'zh-Hans': '类别'},
  expected: {en: 'Must cover', 'zh-Hant': '須涵蓋', 'zh-Hans': '须涵盖'},
  argument: {en: 'The argument, step by step', 'zh-Hant': '逐步推論', 'zh-Hans': '逐步推论'},
  evidence: {en: 'The evidence', 'zh-Hant': '證據', 'zh-Hans': '证据'},
  evidenceKind: {en: 'Kind of evidence', 'zh-Hant': '證據類別', 'zh-Hans': '证据类别'},
  none: {
    en: 'This verdict rests on no recorded evidence.',
    'zh-Hant': '此評定並無已記錄的證據可依。',
    'zh-Hans': '此评定并无已记录的证据可依。',
  },
  what: {en: 'What', 'zh-Hant': '事項', 'zh-Hans': '事项'},
  at: {en: 'When it was so', 'zh-Hant': '發生時間', 'zh-Hans': '发生时间'},
  recordedAt: {en: 'When we recorded it', 'zh-Hant': '記錄時間', 'zh-Hans': '记录时间'},
  details: {en: 'Details', 'zh-Hant': '詳情', 'zh-Hans': '详情'},
  id: {en: 'Number', 'zh-Hant': '編號', 'zh-Hans': '编号'},
  by: {en: 'signed by {by}: {why}', 'zh-Hant': '由{by}簽署：{why}', 'zh-Hans': '由{by}签署：{why}'},
  before: {en: 'Window before', 'zh-Hant': '上一個應發放期', 'zh-Hans': '上一个应发放期'},
  after: {en: 'Window after', 'zh-Hant': '下一個應發放期', 'zh-Hans': '下一个应发放期'},
  status: {
    en: 'HTTP status {status}',
    'zh-Hant': 'HTTP 狀態碼 {status}',
    'zh-Hans': 'HTTP 状态码 {status}',
  },
  covers: {en: 'covers {period}', 'zh-Hant': '涵蓋 {period}', 'zh-Hans': '涵盖 {period}'},
  content: {en: 'content {hash}', 'zh-Hant': '內容雜湊值 {hash}', 'zh-Hans': '内容杂凑值 {hash}'},
  version: {en: 'version {version}', 'zh-Hant': '版本 {version}', 'zh-Hans': '版本 {version}'},
} as const satisfies Record<string, Wording>

export const obligationKinds = {
  release: {en: 'first release', 'zh-Hant': '首次發放', 'zh-Hans': '首次发放'},
  periodic: {en: 'regular update', 'zh-Hant': '定期更新', 'zh-Hans': '定期更新'},
  realtime: {
    en: 'a month of real-time service',
    'zh-Hant': '實時服務（按月計）',
    'zh-Hans': '实时服务（按月计）',
  },
  attestation: {
    en: 'publish or attest',
    'zh-Hant': '發放或確認無更新',
    'zh-Hans': '发放或确认无更新',
  },
  once: {en: 'one-off release', 'zh-Hant': '一次性發放', 'zh-Hans': '一次性发放'},
} as const satisfies Record<string, Wording>

export const evidenceTypes = {
  check: {en: 'A look at the source', 'zh-Hant': '查看來源', 'zh-Hans': '查看来源'},
  judgement: {en: 'Judgement of its content', 'zh-Hant': '內容的審定', 'zh-Hans': '内容的审定'},
  attestation: {
    en: 'Signed “no change”',
    'zh-Hant': '簽署確認「沒有更改」',
    'zh-Hans': '签署确认「没有更改」',
  },
  waiver: {en: 'Waiver', 'zh-Hant': '豁免', 'zh-Hans': '豁免'},
  suspension: {
    en: 'Announced suspension',
    'zh-Hant': '已公布的暫停服務',
    'zh-Hans': '已公布的暂停服务',
  },
  ending: {en: 'End of the subject', 'zh-Hant': '項目終止', 'zh-Hans': '项目终止'},
  withdrawal: {en: 'Withdrawal', 'zh-Hant': '撤回', 'zh-Hans': '撤回'},
  note: {en: 'Note', 'zh-Hant': '備註', 'zh-Hans': '备注'},
  'closed-day': {en: 'Offices closed', 'zh-Hant': '停止辦公日', 'zh-Hans': '停止办公日'},
} as const satisfies Record<string, Wording>

export const judgementOutcomes = {
  published: {en: 'published', 'zh-Hant': '已發放', 'zh-Hans': '已发放'},
  held: {en: 'held for approval', 'zh-Hant': '待批核', 'zh-Hans': '待批核'},
  rejected: {en: 'rejected', 'zh-Hant': '不獲接納', 'zh-Hans': '不获接纳'},
  approved: {en: 'approved', 'zh-Hant': '已批核', 'zh-Hans': '已批核'},
  failed: {en: 'could not be processed', 'zh-Hant': '未能處理', 'zh-Hans': '未能处理'},
} as const satisfies Record<string, Wording>
