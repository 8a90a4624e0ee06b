import type {Wording} from './language.ts'

/** Words inside and under every picture. */
export const picture = {
  asAt: {en: 'As at {period}', 'zh-Hant': '截至{period}', 'zh-Hans': '截至{period}'},
  covers: {en: 'Covers {period}', 'zh-Hant': '涵蓋{period}', 'zh-Hans': '涵盖{period}'},
  source: {
    en: 'Source: {publisher}',
    'zh-Hant': '來源：{publisher}',
    'zh-Hans': '来源：{publisher}',
  },
  version: {en: 'version {version}', 'zh-Hant': '版本 {version}', 'zh-Hans': '版本 {version}'},
  unit: {en: 'in {unit}', 'zh-Hant': '單位：{unit}', 'zh-Hans': '单位：{unit}'},
  measured: {
    en: '{measure}, {unit}',
    'zh-Hant': '{measure}（{unit}）',
    'zh-Hans': '{measure}（{unit}）',
  },
  numbers: {
    en: 'The same numbers as a table',
    'zh-Hant': '以數據表顯示',
    'zh-Hans': '以数据表显示',
  },
  notItemised: {en: 'not itemised', 'zh-Hant': '未有分項列出', 'zh-Hans': '未有分项列出'},
  others: {en: '{n} others listed', 'zh-Hant': '其餘 {n} 項', 'zh-Hans': '其余 {n} 项'},
  total: {en: 'Total', 'zh-Hant': '總計', 'zh-Hans': '总计'},
  before: {en: 'tick: {period}', 'zh-Hant': '短線為{period}', 'zh-Hans': '短线为{period}'},
  target: {en: 'tick: the target', 'zh-Hant': '短線為目標', 'zh-Hans': '短线为目标'},
  breakNote: {
    en: 'Break at {at}: {note}',
    'zh-Hant': '{at}數列中斷：{note}',
    'zh-Hans': '{at}数列中断：{note}',
  },
  cut: {
    en: 'Drawn from the first {n} of {m} rows; the files hold them all.',
    'zh-Hant': '此圖只按 {m} 列之中的首 {n} 列繪製；檔案載有全部資料。',
    'zh-Hans': '此图只按 {m} 行之中的首 {n} 行绘制；档案载有全部资料。',
  },
  gap: {
    en: 'Gaps are releases that are not kept here; nothing is drawn across them.',
    'zh-Hant': '空隙表示該段期間的數據並無存檔；不會以線段或面積填補。',
    'zh-Hans': '空隙表示该段期间的数据并无存档；不会以线段或面积填补。',
  },
  increments: {
    en: 'Change from the release before',
    'zh-Hant': '較上一期的變動',
    'zh-Hans': '较上一期的变动',
  },
  histogram: {
    en: 'How many entries, by amount',
    'zh-Hant': '按金額劃分的項目數目',
    'zh-Hans': '按金额划分的项目数目',
  },
  band: {en: '{from}–{to}', 'zh-Hant': '{from}至{to}', 'zh-Hans': '{from}至{to}'},
  projects: {en: 'Entries', 'zh-Hant': '項目數目', 'zh-Hans': '项目数目'},
  sum: {en: 'In all', 'zh-Hant': '總額', 'zh-Hans': '总额'},
  median: {en: 'Median', 'zh-Hant': '中位數', 'zh-Hans': '中位数'},
  largest: {en: 'Largest', 'zh-Hant': '最大一筆', 'zh-Hans': '最大一笔'},
  joined: {en: 'Joined', 'zh-Hant': '加入', 'zh-Hans': '加入'},
  left: {en: 'Left', 'zh-Hant': '離開', 'zh-Hans': '离开'},
  entries: {en: 'Entries', 'zh-Hant': '記錄數目', 'zh-Hans': '记录数目'},
  release: {en: 'Release', 'zh-Hant': '發放期', 'zh-Hans': '发放期'},
  actual: {en: 'Actual', 'zh-Hant': '實際', 'zh-Hans': '实际'},
  goal: {en: 'Target', 'zh-Hant': '目標', 'zh-Hans': '目标'},
  ofTarget: {en: '{share} of target', 'zh-Hant': '達目標的 {share}', 'zh-Hans': '达目标的 {share}'},
  firstOf: {
    en: 'The first {n} of {m}',
    'zh-Hant': '{m} 項之中的首 {n} 項',
    'zh-Hans': '{m} 项之中的首 {n} 项',
  },
  allReleases: {
    en: 'All releases kept',
    'zh-Hant': '所有存檔的發放期',
    'zh-Hans': '所有存档的发放期',
  },
  item: {en: 'Item', 'zh-Hant': '項目', 'zh-Hans': '项目'},
  date: {en: 'Date', 'zh-Hant': '日期', 'zh-Hans': '日期'},
  shares: {en: 'Shares, year by year', 'zh-Hant': '歷年所佔比例', 'zh-Hans': '历年所占比例'},
  noValue: {en: 'no value', 'zh-Hant': '沒有數值', 'zh-Hans': '没有数值'},
  up: {en: 'up {by}', 'zh-Hant': '上升 {by}', 'zh-Hans': '上升 {by}'},
  down: {en: 'down {by}', 'zh-Hant': '下跌 {by}', 'zh-Hans': '下跌 {by}'},
  points: {en: '{n} percentage points', 'zh-Hant': '{n} 個百分點', 'zh-Hans': '{n} 个百分点'},
  level: {en: 'unchanged', 'zh-Hant': '不變', 'zh-Hans': '不变'},
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a dollar sign before a name to fill
  money: {en: 'HK${n}', 'zh-Hant': '{n}元', 'zh-Hans': '{n}元'},
  counted: {en: '{n} {unit}', 'zh-Hant': '{n} {unit}', 'zh-Hans': '{n} {unit}'},
} as const satisfies Record<string, Wording>

/** One sentence a picture: what a reader of this kind of data asks first. */
export const readings = {
  empty: {
    en: 'This version holds no rows that can be drawn.',
    'zh-Hant': '此版本沒有可供繪圖的資料列。',
    'zh-Hans': '此版本没有可供绘图的资料行。',
  },
  grants: {
    en: '{n} entries come to {total} in all; half are at or below {median}, and the largest, {largest}, went to {who}.',
    'zh-Hant': '{n} 個項目合共 {total}；半數不超過 {median}，最大一筆為 {largest}，由{who}獲得。',
    'zh-Hans': '{n} 个项目合共 {total}；半数不超过 {median}，最大一笔为 {largest}，由{who}获得。',
  },
  grantsCeiling: {
    en: '{n} entries come to {total} in all; half are at or below {median}, and {k} stand at the largest amount, {largest}.',
    'zh-Hant': '{n} 個項目合共 {total}；半數不超過 {median}，其中 {k} 個為最高金額 {largest}。',
    'zh-Hans': '{n} 个项目合共 {total}；半数不超过 {median}，其中 {k} 个为最高金额 {largest}。',
  },
  cumulative: {
    en: 'By {asAt} the total had reached {total}, of which {share} under {top}.',
    'zh-Hant': '截至{asAt}，累計總額為 {total}，其中 {share} 屬{top}。',
    'zh-Hans': '截至{asAt}，累计总额为 {total}，其中 {share} 属{top}。',
  },
  grid: {
    en: 'Of {total} in all, {share} stands under {top}; the largest single cell, {value}, is {row} by {column}.',
    'zh-Hant': '總數 {total} 之中，{share} 屬{top}；最大的單項為{row}的{column}，達 {value}。',
    'zh-Hans': '总数 {total} 之中，{share} 属{top}；最大的单项为{row}的{column}，达 {value}。',
  },
  gridPlain: {
    en: 'The largest cell, {value}, is {row} in {column}.',
    'zh-Hant': '最大的單項為{row}在{column}，達 {value}。',
    'zh-Hans': '最大的单项为{row}在{column}，达 {value}。',
  },
  bars: {
    en: '{top} leads with {value}, {share} of {total} in all.',
    'zh-Hant': '以{top}最多，為 {value}，佔總數 {total} 的 {share}。',
    'zh-Hans': '以{top}最多，为 {value}，占总数 {total} 的 {share}。',
  },
  barsPlain: {
    en: '{top} leads with {value}.',
    'zh-Hant': '以{top}最高，為 {value}。',
    'zh-Hans': '以{top}最高，为 {value}。',
  },
  series: {
    en: '{measure} stood at {value} in {when}, {change} on {before}.',
    'zh-Hant': '{when}的{measure}為 {value}，較{before}{change}。',
    'zh-Hans': '{when}的{measure}为 {value}，较{before}{change}。',
  },
  seriesFirst: {
    en: '{measure} stood at {value} in {when}; nothing earlier is kept to compare it with.',
    'zh-Hant': '{when}的{measure}為 {value}；未有更早的存檔可作比較。',
    'zh-Hans': '{when}的{measure}为 {value}；未有更早的存档可作比较。',
  },
  figure: {
    en: '{title}: {value} ({when}), {change} on {before}.',
    'zh-Hant': '{title}：{value}（{when}），較{before}{change}。',
    'zh-Hans': '{title}：{value}（{when}），较{before}{change}。',
  },
  figureFirst: {
    en: '{title}: {value} ({when}); it is the first release kept.',
    'zh-Hant': '{title}：{value}（{when}）；此為存檔的首次發放。',
    'zh-Hans': '{title}：{value}（{when}）；此为存档的首次发放。',
  },
  register: {
    en: '{n} entries as at {when}; {joined} joined and {left} left since {before}.',
    'zh-Hant': '截至{when}共有 {n} 項記錄；自{before}以來加入 {joined} 項、離開 {left} 項。',
    'zh-Hans': '截至{when}共有 {n} 项记录；自{before}以来加入 {joined} 项、离开 {left} 项。',
  },
  registerFirst: {
    en: '{n} entries as at {when}; it is the first release kept, so who joined or left is not known.',
    'zh-Hant': '截至{when}共有 {n} 項記錄；此為存檔的首次發放，未能得知加入或離開者。',
    'zh-Hans': '截至{when}共有 {n} 项记录；此为存档的首次发放，未能得知加入或离开者。',
  },
  kpi: {
    en: '{met} of {n} indicators with a target reached it.',
    'zh-Hant': '{n} 項設有目標的指標之中，{met} 項達標。',
    'zh-Hans': '{n} 项设有目标的指标之中，{met} 项达标。',
  },
  list: {
    en: '{n} entries as at {when}.',
    'zh-Hant': '截至{when}共有 {n} 項。',
    'zh-Hans': '截至{when}共有 {n} 项。',
  },
  listTop: {
    en: '{n} entries as at {when}; most, {k}, belong to {top}.',
    'zh-Hant': '截至{when}共有 {n} 項，以{top}最多，有 {k} 項。',
    'zh-Hans': '截至{when}共有 {n} 项，以{top}最多，有 {k} 项。',
  },
  expenditure: {
    en: 'By {when}, {spent} had been spent, {share} of the year’s estimate of {estimate}; the largest item is {top}, {value}.',
    'zh-Hant':
      '截至{when}，本年度已支出 {spent}，佔核准預算 {estimate} 的 {share}；最大一項為{top}，達 {value}。',
    'zh-Hans':
      '截至{when}，本年度已支出 {spent}，占核准预算 {estimate} 的 {share}；最大一项为{top}，达 {value}。',
  },
  expenditurePlain: {
    en: 'By {when}, {spent} had been spent; the largest item is {top}, {value}.',
    'zh-Hant': '截至{when}，本年度已支出 {spent}；最大一項為{top}，達 {value}。',
    'zh-Hans': '截至{when}，本年度已支出 {spent}；最大一项为{top}，达 {value}。',
  },
  air: {
    en: '{n} readings at {places} places as at {when}.',
    'zh-Hant': '截至{when}，{places} 個地點共有 {n} 項讀數。',
    'zh-Hans': '截至{when}，{places} 个地点共有 {n} 项读数。',
  },
  timeline: {
    en: '{n} entries, from {first} to the latest, {name}, of {last}.',
    'zh-Hant': '共有 {n} 項，最早為{first}，最近為{last}的{name}。',
    'zh-Hans': '共有 {n} 项，最早为{first}，最近为{last}的{name}。',
  },
} as const satisfies Record<string, Wording>
