import type {Wording} from '../text/language.ts'

/** Every step that an argument for a verdict can take. A missing translation does not compile. */
export const reasons = {
  // What was promised.
  window: {
    en: 'The window opens on {opens} and closes at the end of {due}.',
    'zh-Hant': '應發放期由 {opens} 開始，至 {due} 當日完結為止。',
    'zh-Hans': '应发放期由 {opens} 开始，至 {due} 当日完结为止。',
  },
  rolled: {
    en: 'Its month ends on {from}, a Sunday or general holiday, so it is due on {due} (adopted policy, modelled on Cap. 1 s. 71(1)(b)).',
    'zh-Hant':
      '該月最後一日 {from} 是星期日或公眾假期，到期日因此順延至 {due}（採用的做法，參照香港法例第1章第71(1)(b)條）。',
    'zh-Hans':
      '该月最后一日 {from} 是星期日或公众假期，到期日因此顺延至 {due}（采用的做法，参照香港法例第1章第71(1)(b)条）。',
  },
  'month-inferred': {
    en: 'The plan names no month for it: inferred from its first release in {target} and its update frequency.',
    'zh-Hant': '計劃沒有列明月份：根據首次發放月份 {target} 及更新頻率推算。',
    'zh-Hans': '计划没有列明月份：根据首次发放月份 {target} 及更新频率推算。',
  },
  'horizon-passed': {
    en: 'The plan’s period ended on {last} and no later edition has been imported, so the promise stays in force.',
    'zh-Hant': '計劃的涵蓋期已於 {last} 結束，而尚未載入其後的計劃，承諾因此繼續有效。',
    'zh-Hans': '计划的涵盖期已于 {last} 结束，而尚未载入其后的计划，承诺因此继续有效。',
  },
  expects: {
    en: 'The text fixes what it must cover: {period}.',
    'zh-Hant': '計劃列明所須涵蓋的時段：{period}。',
    'zh-Hans': '计划列明所须涵盖的时段：{period}。',
  },
  'track-opens': {
    en: 'There is no calendar: within {months} months (assigned) it is either published or confirmed unchanged. Counted from {opens}, that is by the end of {due}.',
    'zh-Hant':
      '此承諾沒有固定日期：須在 {months} 個月內（由本網站訂定）發放，或確認沒有更改。由 {opens} 起計，即不遲於 {due} 完結時。',
    'zh-Hans':
      '此承诺没有固定日期：须在 {months} 个月内（由本网站订定）发放，或确认没有更改。由 {opens} 起计，即不迟于 {due} 完结时。',
  },
  // Not to be judged yet.
  'not-open-yet': {
    en: 'The window is not open yet.',
    'zh-Hant': '應發放期尚未開始。',
    'zh-Hans': '应发放期尚未开始。',
  },
  'still-open': {
    en: 'The window is open, and nothing that counts has come yet.',
    'zh-Hant': '仍在應發放期內，尚未有可計算的發放。',
    'zh-Hans': '仍在应发放期内，尚未有可计算的发放。',
  },
  // Kept.
  'seen-new': {
    en: 'New content was first seen on {seen}; the look before, on {before}, had not found it.',
    'zh-Hant': '於 {seen} 首次看到新內容；上一次查看（{before}）時並未有此內容。',
    'zh-Hans': '于 {seen} 首次看到新内容；上一次查看（{before}）时并未有此内容。',
  },
  'seen-first': {
    en: 'Content was seen on {seen}, at our first look.',
    'zh-Hant': '於 {seen} 首次查看時已看到內容。',
    'zh-Hans': '于 {seen} 首次查看时已看到内容。',
  },
  'covers-expected': {
    en: 'It covers {period}, as this window asks.',
    'zh-Hant': '內容涵蓋 {period}，符合此應發放期的要求。',
    'zh-Hans': '内容涵盖 {period}，符合此应发放期的要求。',
  },
  'became-version': {
    en: 'It was published as version {version}.',
    'zh-Hant': '已發放為版本 {version}。',
    'zh-Hans': '已发放为版本 {version}。',
  },
  attested: {
    en: '{by} signed on {at} that nothing had changed: {why}',
    'zh-Hant': '{by}於 {at} 簽署確認沒有更改：{why}',
    'zh-Hans': '{by}于 {at} 签署确认没有更改：{why}',
  },
  standing: {
    en: '{by} signed on {at}, valid until {until}, that nothing had changed, and our look on {seen} found nothing new.',
    'zh-Hant': '{by}於 {at} 簽署確認沒有更改，有效至 {until}；我們於 {seen} 查看時亦沒有新內容。',
    'zh-Hans': '{by}于 {at} 签署确认没有更改，有效至 {until}；我们于 {seen} 查看时亦没有新内容。',
  },
  early: {
    en: 'That was before the window opened: early.',
    'zh-Hant': '早於應發放期開始：提早發放。',
    'zh-Hans': '早于应发放期开始：提早发放。',
  },
  'on-time': {
    en: 'That was in time.',
    'zh-Hant': '屬準時發放。',
    'zh-Hans': '属准时发放。',
  },
  'late-by': {
    en: 'That was at least {days} days after the due time.',
    'zh-Hant': '較到期時間遲最少 {days} 日。',
    'zh-Hans': '较到期时间迟最少 {days} 日。',
  },
  'claimed-by-plan': {
    en: 'The plan itself lists it as released in {month}; this was before we watched.',
    'zh-Hant': '計劃本身列明已於 {month} 發放；當時我們尚未開始查看。',
    'zh-Hans': '计划本身列明已于 {month} 发放；当时我们尚未开始查看。',
  },
  'claimed-by-source': {
    en: 'The source itself dates its content {claimed}, which is inside the window; this was before we watched.',
    'zh-Hant': '來源本身註明內容日期為 {claimed}，在應發放期內；當時我們尚未開始查看。',
    'zh-Hans': '来源本身注明内容日期为 {claimed}，在应发放期内；当时我们尚未开始查看。',
  },
  // Not kept.
  'nothing-at-due': {
    en: 'A look on {at}, after the due time, found nothing that counts.',
    'zh-Hant': '到期後於 {at} 查看，沒有可計算的發放。',
    'zh-Hans': '到期后于 {at} 查看，没有可计算的发放。',
  },
  'nothing-since': {
    en: 'By the latest such look, on {at}, it was at least {days} days late.',
    'zh-Hant': '最近一次如此查看在 {at}，當時已逾期最少 {days} 日。',
    'zh-Hans': '最近一次如此查看在 {at}，当时已逾期最少 {days} 日。',
  },
  'next-due-too': {
    en: 'The next window closed at the end of {due} as well, so this one has lapsed.',
    'zh-Hant': '下一個應發放期亦已於 {due} 完結，此期因此視為錯過。',
    'zh-Hans': '下一个应发放期亦已于 {due} 完结，此期因此视为错过。',
  },
  rejected: {
    en: 'What was first seen on {seen} was rejected: it did not hold what it should.',
    'zh-Hant': '於 {seen} 首次看到的內容不獲接納：並不符合所需。',
    'zh-Hans': '于 {seen} 首次看到的内容不获接纳：并不符合所需。',
  },
  held: {
    en: 'What was first seen on {seen} came in time and waits for a person’s approval.',
    'zh-Hant': '於 {seen} 首次看到的內容屬準時，現正等候人手批核。',
    'zh-Hans': '于 {seen} 首次看到的内容属准时，现正等候人手批核。',
  },
  'unchanged-unsigned': {
    en: 'It is a register, and our looks found it unchanged; nobody signed that nothing had changed.',
    'zh-Hant': '此為名錄，查看所得內容沒有更改，但沒有人簽署確認。',
    'zh-Hans': '此为名录，查看所得内容没有更改，但没有人签署确认。',
  },
  'neither-published-nor-signed': {
    en: 'By the end of {due} nothing had been published and nobody had signed that nothing changed.',
    'zh-Hant': '截至 {due} 完結時，既沒有發放，亦沒有人簽署確認沒有更改。',
    'zh-Hans': '截至 {due} 完结时，既没有发放，亦没有人签署确认没有更改。',
  },
  gone: {
    en: 'A one-off release must stay downloadable: the look on {at} found nothing.',
    'zh-Hant': '一次性發放的內容須持續可供下載：於 {at} 查看時沒有內容。',
    'zh-Hans': '一次性发放的内容须持续可供下载：于 {at} 查看时没有内容。',
  },
  changed: {
    en: 'A one-off release must stay as it is: the look on {at} found other content.',
    'zh-Hant': '一次性發放的內容須保持不變：於 {at} 查看時內容已有不同。',
    'zh-Hans': '一次性发放的内容须保持不变：于 {at} 查看时内容已有不同。',
  },
  // Set aside, in public.
  waived: {
    en: '{by} waived it on {at}, before the due time: {why}',
    'zh-Hant': '{by}於到期前（{at}）予以豁免：{why}',
    'zh-Hans': '{by}于到期前（{at}）予以豁免：{why}',
  },
  explained: {
    en: '{by} explained on {at}, after the due time: {why}',
    'zh-Hant': '{by}於到期後（{at}）作出解釋：{why}',
    'zh-Hans': '{by}于到期后（{at}）作出解释：{why}',
  },
  ended: {
    en: 'Its subject ended on {on}, and what this window would be about lies after that. {by}: {why}',
    'zh-Hant': '所述項目已於 {on} 終止，而此應發放期所指的數據在其後。{by}：{why}',
    'zh-Hans': '所述项目已于 {on} 终止，而此应发放期所指的数据在其后。{by}：{why}',
  },
  withdrawn: {
    en: '{by} withdrew the dataset on {at}, before the due time: {why}',
    'zh-Hant': '{by}於到期前（{at}）撤回此數據集：{why}',
    'zh-Hans': '{by}于到期前（{at}）撤回此数据集：{why}',
  },
  // Not to be known.
  'never-looked': {
    en: 'We have never looked at its source.',
    'zh-Hant': '我們從未查看其來源。',
    'zh-Hans': '我们从未查看其来源。',
  },
  'no-dataset': {
    en: 'No dataset of this site answers this promise, so there is nothing to look at.',
    'zh-Hant': '本網站沒有與此承諾對應的數據集，故無從查看。',
    'zh-Hans': '本网站没有与此承诺对应的数据集，故无从查看。',
  },
  'no-look-since-due': {
    en: 'We have not looked since it was due; our last look was on {at}.',
    'zh-Hant': '到期後我們尚未查看；最近一次查看在 {at}。',
    'zh-Hans': '到期后我们尚未查看；最近一次查看在 {at}。',
  },
  'due-before-watching': {
    en: 'We first saw content on {at}, when this window was already past: when it came we cannot know.',
    'zh-Hant': '我們於 {at} 才首次看到內容，當時此應發放期已過，無從得知內容何時發放。',
    'zh-Hans': '我们于 {at} 才首次看到内容，当时此应发放期已过，无从得知内容何时发放。',
  },
  'open-when-watching-began': {
    en: 'We first saw content on {at}, when this window was already open: it may have come in it or before.',
    'zh-Hant': '我們於 {at} 才首次看到內容，當時此應發放期已經開始，內容可能在期內或之前發放。',
    'zh-Hans': '我们于 {at} 才首次看到内容，当时此应发放期已经开始，内容可能在期内或之前发放。',
  },
  gap: {
    en: 'Between {from} and {to} we did not look for more than {hours} hours (assigned). What was found then counts for another window; whether this one was met in between we cannot know. The gap is ours.',
    'zh-Hant':
      '由 {from} 至 {to}，我們有超過 {hours} 小時（由本網站訂定）沒有查看。其後所見的內容已計入另一應發放期；期間有否履行此項，無從得知。這是我們的缺漏。',
    'zh-Hans':
      '由 {from} 至 {to}，我们有超过 {hours} 小时（由本网站订定）没有查看。其后所见的内容已计入另一应发放期；期间有否履行此项，无从得知。这是我们的缺漏。',
  },
  unjudged: {
    en: 'Content first seen on {seen} could not be processed by us; that is our fault, not the publisher’s.',
    'zh-Hant': '於 {seen} 首次看到的內容，我們未能處理；這是我們的問題，並非發布機構的責任。',
    'zh-Hans': '于 {seen} 首次看到的内容，我们未能处理；这是我们的问题，并非发布机构的责任。',
  },
  'ticks-unwatched': {
    en: 'A month of real-time service is judged by its {ticks} minutes, of which we watched {watched}; fewer than half (assigned) decide nothing.',
    'zh-Hant':
      '實時服務以該月的 {ticks} 分鐘評定，我們只查看了其中 {watched} 分鐘；少於一半（由本網站訂定）不足以評定。',
    'zh-Hans':
      '实时服务以该月的 {ticks} 分钟评定，我们只查看了其中 {watched} 分钟；少于一半（由本网站订定）不足以评定。',
  },
  // Said of everything that rests on a stand-in.
  simulated: {
    en: 'The looks behind this were at a stand-in that plays the source, not at the department’s own.',
    'zh-Hant': '以上查看的是扮演來源的模擬伺服器，並非部門本身的來源。',
    'zh-Hans': '以上查看的是扮演来源的模拟伺服器，并非部门本身的来源。',
  },
} as const satisfies Record<string, Wording>

export type ReasonCode = keyof typeof reasons
