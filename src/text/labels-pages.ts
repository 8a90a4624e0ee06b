import type {Wording} from './language.ts'

/** Words of a publisher's page. */
export const publisher = {
  record: {en: 'The record', 'zh-Hant': '履行紀錄', 'zh-Hans': '履行纪录'},
  recordIs: {
    en: '{n} of {m} windows that are due and could be judged were fulfilled; {unknown} more are our gap.',
    'zh-Hant':
      '{m} 個已到期並可評定的應發放期之中，{n} 個已履行；另有 {unknown} 個屬本網站的空白。',
    'zh-Hans':
      '{m} 个已到期并可评定的应发放期之中，{n} 个已履行；另有 {unknown} 个属本网站的空白。',
  },
  recordNone: {
    en: 'No window that is due could be judged yet; {unknown} are our gap.',
    'zh-Hant': '暫無已到期而可評定的應發放期；有 {unknown} 個屬本網站的空白。',
    'zh-Hans': '暂无已到期而可评定的应发放期；有 {unknown} 个属本网站的空白。',
  },
  counted: {
    en: 'Counts of windows, by verdict, of {total} in all',
    'zh-Hant': '全部 {total} 個應發放期按評定分列',
    'zh-Hans': '全部 {total} 个应发放期按评定分列',
  },
  promises: {en: 'Its promises', 'zh-Hant': '所作承諾', 'zh-Hans': '所作承诺'},
  homepage: {en: 'Website', 'zh-Hant': '網站', 'zh-Hans': '网站'},
} as const satisfies Record<string, Wording>

/** Words of the page of what is not published. */
export const held = {
  title: {
    en: 'Not published, and why',
    'zh-Hant': '未能發放的內容及原因',
    'zh-Hans': '未能发放的内容及原因',
  },
  lead: {
    en: 'Datasets whose newest content was held for approval, rejected, or could not be fetched. Readers keep the last good version; of what is not published no cell is shown.',
    'zh-Hant':
      '以下數據集的最新內容正待批核、未能通過驗證或無法擷取。讀者仍可使用最近一個合格版本；未發放內容的任何儲存格均不會顯示。',
    'zh-Hans':
      '以下数据集的最新内容正待批核、未能通过验证或无法撷取。读者仍可使用最近一个合格版本；未发放内容的任何储存格均不会显示。',
  },
  none: {
    en: 'Nothing is held back: the last look at every source ended well.',
    'zh-Hant': '目前並無未能發放的內容：最近一次查看各來源均告成功。',
    'zh-Hans': '目前并无未能发放的内容：最近一次查看各来源均告成功。',
  },
  held: {en: 'Held for approval', 'zh-Hant': '待批核', 'zh-Hans': '待批核'},
  rejected: {en: 'Rejected', 'zh-Hant': '未能通過驗證', 'zh-Hans': '未能通过验证'},
  failed: {en: 'Could not be fetched', 'zh-Hant': '擷取或處理失敗', 'zh-Hans': '撷取或处理失败'},
  at: {en: 'Last looked at {at}', 'zh-Hant': '最近查看：{at}', 'zh-Hans': '最近查看：{at}'},
  findings: {en: 'What was found', 'zh-Hant': '發現的問題', 'zh-Hans': '发现的问题'},
} as const satisfies Record<string, Wording>

/** Words of the page that says how verdicts come about. */
export const method = {
  title: {en: 'How we judge', 'zh-Hant': '評定方法', 'zh-Hans': '评定方法'},
  lead: {
    en: 'A verdict is computed from the plan’s own words, recorded evidence and the time. The same three always give the same verdict; no person and no code sets one.',
    'zh-Hant':
      '評定由計劃原文、已記錄的證據和時間三者計算得出。三者相同，評定必然相同；任何人或程式均不能另行訂定。',
    'zh-Hans':
      '评定由计划原文、已记录的证据和时间三者计算得出。三者相同，评定必然相同；任何人或程式均不能另行订定。',
  },
  states: {en: 'The verdicts', 'zh-Hant': '各項評定', 'zh-Hans': '各项评定'},
  kinds: {en: 'Kinds of evidence', 'zh-Hant': '證據類別', 'zh-Hans': '证据类别'},
  rules: {en: 'Rules', 'zh-Hant': '規則', 'zh-Hans': '规则'},
} as const satisfies Record<string, Wording>

/** What each mark says, in a sentence. */
export const markMeanings = {
  fulfilled: {
    en: 'New content was there before the window closed.',
    'zh-Hant': '應發放期結束前，來源已有新內容。',
    'zh-Hans': '应发放期结束前，来源已有新内容。',
  },
  'fulfilled-late': {
    en: 'New content came after the window closed, by at least the days stated.',
    'zh-Hant': '新內容在應發放期結束後才出現，最少逾期所示天數。',
    'zh-Hans': '新内容在应发放期结束后才出现，最少逾期所示天数。',
  },
  late: {
    en: 'The window has closed, and a look at the source after that found nothing new.',
    'zh-Hant': '應發放期已經結束，其後查看來源亦無新內容。',
    'zh-Hans': '应发放期已经结束，其后查看来源亦无新内容。',
  },
  lapsed: {
    en: 'As late, and the next window is due too.',
    'zh-Hant': '逾期未發，而下一個應發放期亦已到期。',
    'zh-Hans': '逾期未发，而下一个应发放期亦已到期。',
  },
  missed: {
    en: 'A real-time feed was up for less than 99 % of the minutes we watched in the month.',
    'zh-Hant': '在本網站觀察的分鐘之中，實時數據當月可用比率低於 99%。',
    'zh-Hans': '在本网站观察的分钟之中，实时数据当月可用比率低于 99%。',
  },
  defective: {
    en: 'Something came, and was rejected; nothing better has come since.',
    'zh-Hant': '曾有內容送達但未能通過驗證，其後亦無更佳內容。',
    'zh-Hans': '曾有内容送达但未能通过验证，其后亦无更佳内容。',
  },
  unattested: {
    en: 'Nothing new, and nobody signed that there was nothing to change.',
    'zh-Hant': '既無新內容，亦無人簽署確認沒有更改。',
    'zh-Hans': '既无新内容，亦无人签署确认没有更改。',
  },
  held: {
    en: 'Content came in time and waits for a person’s approval.',
    'zh-Hant': '內容已依時送達，正待批核。',
    'zh-Hans': '内容已依时送达，正待批核。',
  },
  open: {
    en: 'The window is open: there is still time.',
    'zh-Hant': '應發放期仍未結束，尚有時間。',
    'zh-Hans': '应发放期仍未结束，尚有时间。',
  },
  scheduled: {
    en: 'The window has not opened yet.',
    'zh-Hant': '應發放期尚未開始。',
    'zh-Hans': '应发放期尚未开始。',
  },
  unknown: {
    en: 'We did not look when it mattered. This is our gap: neither kept nor broken.',
    'zh-Hant': '本網站未有在關鍵時間查看來源。這是本網站的空白，既非履行亦非違反。',
    'zh-Hans': '本网站未有在关键时间查看来源。这是本网站的空白，既非履行亦非违反。',
  },
  waived: {
    en: 'Waived with a public reason, recorded before it was due.',
    'zh-Hant': '在到期前已記錄豁免，並公開原因。',
    'zh-Hans': '在到期前已记录豁免，并公开原因。',
  },
  ended: {
    en: 'What the promise was about has ended, for a public reason.',
    'zh-Hant': '承諾所涉事項已經終止，原因公開。',
    'zh-Hans': '承诺所涉事项已经终止，原因公开。',
  },
  superseded: {
    en: 'A later edition of the plan has replaced the promise.',
    'zh-Hant': '承諾已由較新的計劃取代。',
    'zh-Hans': '承诺已由较新的计划取代。',
  },
  withdrawn: {
    en: 'The promise or the dataset was withdrawn, for a public reason.',
    'zh-Hant': '承諾或數據集已撤回，原因公開。',
    'zh-Hans': '承诺或数据集已撤回，原因公开。',
  },
} as const satisfies Record<string, Wording>

export const kindMeanings = {
  observed: {
    en: 'We looked, and saw it.',
    'zh-Hant': '本網站曾查看並親自觀察所得。',
    'zh-Hans': '本网站曾查看并亲自观察所得。',
  },
  claimed: {
    en: 'Only the plan or the source says so, as for what lies before we watched.',
    'zh-Hant': '僅為計劃或來源本身的說法，例如開始觀察之前的事項。',
    'zh-Hans': '仅为计划或来源本身的说法，例如开始观察之前的事项。',
  },
  simulated: {
    en: 'It rests on a stand-in for the department’s server and describes no real conduct.',
    'zh-Hant': '以模擬部門的伺服器為據，並不反映任何實際表現。',
    'zh-Hans': '以模拟部门的伺服器为据，并不反映任何实际表现。',
  },
} as const satisfies Record<string, Wording>

/** The rules a reader most often asks about. */
export const methodRules: readonly Wording[] = [
  {
    en: 'A window opens on the first day of the promised month and closes at the end of its last, moved on while that day is a Sunday or a general holiday.',
    'zh-Hant':
      '應發放期由所承諾月份首日開始，至該月最後一日完結時結束；如該日為星期日或公眾假期，則順延至下一日。',
    'zh-Hans':
      '应发放期由所承诺月份首日开始，至该月最后一日完结时结束；如该日为星期日或公众假期，则顺延至下一日。',
  },
  {
    en: 'Content counts from the last look without it: our own polling never makes anybody late.',
    'zh-Hant': '新內容以對上一次未見該內容的查看時間起計；本網站的查看次數不會令任何機構變成逾期。',
    'zh-Hans': '新内容以对上一次未见该内容的查看时间起计；本网站的查看次数不会令任何机构变成逾期。',
  },
  {
    en: 'The same bytes again are no update. Where nothing changed, a person may sign that nothing changed.',
    'zh-Hant': '再次送達相同內容不算更新；如確無更改，可由有關人員簽署確認。',
    'zh-Hans': '再次送达相同内容不算更新；如确无更改，可由有关人员签署确认。',
  },
  {
    en: 'Nothing is called late unless we looked after it was due and found nothing that counts.',
    'zh-Hant': '除非本網站在到期後查看來源而未見任何可計算的內容，否則不會評為逾期。',
    'zh-Hans': '除非本网站在到期后查看来源而未见任何可计算的内容，否则不会评为逾期。',
  },
  {
    en: 'Scores are counts, n of m, without weights; each count can be opened to its list.',
    'zh-Hant': '成績一律以「m 項中有 n 項」表示，不設加權，並可查閱所計項目。',
    'zh-Hans': '成绩一律以「m 项中有 n 项」表示，不设加权，并可查阅所计项目。',
  },
]
