import type {Wording} from './language.ts'

/** Words of the home page and its wall of promises. */
export const home = {
  lead: {
    en: '{commitments} promises, each a dataset to be published on a date and kept up to date. Every mark below is one due window, and opens the evidence behind it.',
    'zh-Hant':
      '共 {commitments} 項承諾，每項都是一個須按期發放並持續更新的數據集。以下每個標記代表一個應發放期，按下即可查閱其證據。',
    'zh-Hans':
      '共 {commitments} 项承诺，每项都是一个须按期发放并持续更新的数据集。以下每个标记代表一个应发放期，按下即可查阅其证据。',
  },
  noPlan: {
    en: 'No plan has been read yet, so there are no promises to show.',
    'zh-Hant': '尚未載入任何開放數據計劃，因此暫無承諾可供顯示。',
    'zh-Hans': '尚未载入任何开放数据计划，因此暂无承诺可供显示。',
  },
  horizonPassed: {
    en: 'The plan’s horizon ended on {last} and no later plan is known. Its promises are taken to go on until a new plan replaces them.',
    'zh-Hant':
      '計劃的涵蓋期已於{last}屆滿，而目前未見後續計劃。在新計劃取代之前，本網站視各項承諾仍然有效。',
    'zh-Hans':
      '计划的涵盖期已于{last}届满，而目前未见后续计划。在新计划取代之前，本网站视各项承诺仍然有效。',
  },
  watchingSince: {
    en: 'We have watched since {since}. What was due before then we cannot have seen: it is shown as our gap, or as claimed by the plan itself.',
    'zh-Hant':
      '本網站自{since}起進行觀察。在此之前到期的項目無從目睹，故列為本網站的空白，或註明僅屬計劃本身的說法。',
    'zh-Hans':
      '本网站自{since}起进行观察。在此之前到期的项目无从目睹，故列为本网站的空白，或注明仅属计划本身的说法。',
  },
  notWatching: {
    en: 'We have not looked at any source yet.',
    'zh-Hant': '本網站尚未查看任何數據來源。',
    'zh-Hans': '本网站尚未查看任何数据来源。',
  },
  standing: {
    en: 'Where the {total} promises stand',
    'zh-Hant': '{total} 項承諾的現況',
    'zh-Hans': '{total} 项承诺的现况',
  },
  standingHow: {
    en: 'Each by its latest window that is due, or else the one now open.',
    'zh-Hant': '每項以最近到期的應發放期為準；如尚未有到期者，則以現正開放者為準。',
    'zh-Hans': '每项以最近到期的应发放期为准；如尚未有到期者，则以现正开放者为准。',
  },
  noVerdict: {en: 'no verdict yet', 'zh-Hant': '尚無評定', 'zh-Hans': '尚无评定'},
  wall: {en: 'The wall of promises', 'zh-Hant': '承諾牆', 'zh-Hans': '承诺墙'},
  wallCaption: {
    en: 'Promises by publisher, month by month from {first} to {last}: {total} due windows',
    'zh-Hant': '按發布機構分列的承諾，由{first}至{last}逐月顯示：共 {total} 個應發放期',
    'zh-Hans': '按发布机构分列的承诺，由{first}至{last}逐月显示：共 {total} 个应发放期',
  },
  wallKeys: {
    en: 'One stop for the keyboard: enter with Tab, move with the arrow keys, open with Enter.',
    'zh-Hant': '鍵盤操作：以 Tab 鍵進入，以方向鍵移動，按 Enter 開啟。',
    'zh-Hans': '键盘操作：以 Tab 键进入，以方向键移动，按 Enter 开启。',
  },
  dataset: {en: 'Dataset', 'zh-Hant': '數據集', 'zh-Hans': '数据集'},
  legend: {
    en: 'What the marks mean, and how many of the {total} windows bear each',
    'zh-Hant': '標記說明，以及 {total} 個應發放期之中各有多少',
    'zh-Hans': '标记说明，以及 {total} 个应发放期之中各有多少',
  },
  watchLine: {en: 'watching began', 'zh-Hant': '開始觀察', 'zh-Hans': '开始观察'},
  pastLine: {
    en: 'the plan’s horizon ended',
    'zh-Hant': '計劃涵蓋期屆滿',
    'zh-Hans': '计划涵盖期届满',
  },
  cell: {
    en: '{commitment}, {month}: {verdict}',
    'zh-Hant': '{commitment}，{month}：{verdict}',
    'zh-Hans': '{commitment}，{month}：{verdict}',
  },
  next: {en: 'Due next', 'zh-Hant': '即將到期', 'zh-Hans': '即将到期'},
  nextNone: {
    en: 'No window is due in the months ahead.',
    'zh-Hant': '未來數月並無應發放期到期。',
    'zh-Hans': '未来数月并无应发放期到期。',
  },
  publishedCount: {
    en: '{n} of {m} datasets are published here.',
    'zh-Hant': '{m} 個數據集之中，{n} 個已在此發放。',
    'zh-Hans': '{m} 个数据集之中，{n} 个已在此发放。',
  },
  timely: {en: 'fulfilled on time', 'zh-Hant': '如期履行', 'zh-Hans': '如期履行'},
  early: {en: 'fulfilled early', 'zh-Hant': '提前履行', 'zh-Hans': '提前履行'},
  inTime: {en: 'fulfilled in time', 'zh-Hant': '依時履行', 'zh-Hans': '依时履行'},
  lately: {en: 'fulfilled late', 'zh-Hant': '逾期履行', 'zh-Hans': '逾期履行'},
  daysLate: {
    en: 'late by at least {days} days',
    'zh-Hant': '逾期最少 {days} 天',
    'zh-Hans': '逾期最少 {days} 天',
  },
} as const satisfies Record<string, Wording>
