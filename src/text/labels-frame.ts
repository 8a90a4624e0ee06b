import type {Wording} from './language.ts'

/** Words on every page: the frame, its ways, and what is said of languages and marks. */
export const frame = {
  skip: {
    en: 'Skip to the content',
    'zh-Hant': '跳至主要內容',
    'zh-Hans': '跳至主要内容',
  },
  site: {en: 'Site', 'zh-Hant': '網站導覽', 'zh-Hans': '网站导览'},
  promises: {en: 'Promises', 'zh-Hant': '承諾一覽', 'zh-Hans': '承诺一览'},
  datasets: {en: 'Datasets', 'zh-Hant': '數據集', 'zh-Hans': '数据集'},
  plan: {en: 'The plan', 'zh-Hant': '計劃原文', 'zh-Hans': '计划原文'},
  held: {en: 'Not published', 'zh-Hant': '未能發放', 'zh-Hans': '未能发放'},
  method: {en: 'How we judge', 'zh-Hant': '評定方法', 'zh-Hans': '评定方法'},
  language: {en: 'Language', 'zh-Hant': '語言', 'zh-Hans': '语言'},
  path: {en: 'You are here', 'zh-Hant': '目前位置', 'zh-Hans': '目前位置'},
  licence: {en: 'Terms of use', 'zh-Hant': '使用條款', 'zh-Hans': '使用条款'},
  programming: {
    en: 'For programs: the API and its description',
    'zh-Hant': '供程式使用：應用程式介面及其說明',
    'zh-Hans': '供程式使用：应用程式介面及其说明',
  },
  kept: {
    en: 'Kept compares what was promised with what was observed. No verdict is set by hand.',
    'zh-Hant': 'Kept 把承諾與實際觀察所得互相對照；所有評定均由系統按證據計算，並無人手更改。',
    'zh-Hans': 'Kept 把承诺与实际观察所得互相对照；所有评定均由系统按证据计算，并无人手更改。',
  },
  asOf: {en: 'As at {at}', 'zh-Hant': '截至 {at}', 'zh-Hans': '截至 {at}'},
  simulatedBanner: {
    en: 'Simulated: this site watches a stand-in for the departments’ servers. No verdict here describes a real department’s conduct.',
    'zh-Hant':
      '模擬：本網站查看的是模擬各部門的伺服器，並非部門本身的伺服器；此處的評定並不反映任何部門的實際表現。',
    'zh-Hans':
      '模拟：本网站查看的是模拟各部门的伺服器，并非部门本身的伺服器；此处的评定并不反映任何部门的实际表现。',
  },
  sample: {en: 'Sample', 'zh-Hant': '樣本', 'zh-Hans': '样本'},
  sampleMeans: {
    en: 'Sample: rows of our own making, with invented names; not the department’s figures.',
    'zh-Hant': '樣本：資料列由本系統編造，名稱均屬虛構，並非部門的數字。',
    'zh-Hans': '样本：资料列由本系统编造，名称均属虚构，并非部门的数字。',
  },
  simulated: {en: 'Simulated', 'zh-Hant': '模擬', 'zh-Hans': '模拟'},
  oursMeans: {
    en: 'Our own wording or translation, not the department’s',
    'zh-Hant': '由本網站撰寫或翻譯，並非部門的官方用語',
    'zh-Hans': '由本网站撰写或翻译，并非部门的官方用语',
  },
  ours: {en: 'our wording', 'zh-Hant': '本網站用語', 'zh-Hans': '本网站用语'},
  machineMeans: {
    en: 'Converted or translated by machine',
    'zh-Hant': '由機器轉換或翻譯',
    'zh-Hans': '由机器转换或翻译',
  },
  machine: {en: 'machine translation', 'zh-Hant': '機器翻譯', 'zh-Hans': '机器翻译'},
  none: {en: 'None', 'zh-Hant': '沒有', 'zh-Hans': '没有'},
  comma: {en: ', ', 'zh-Hant': '、', 'zh-Hans': '、'},
  colon: {en: ': ', 'zh-Hant': '：', 'zh-Hans': '：'},
  open: {en: ' (', 'zh-Hant': '（', 'zh-Hans': '（'},
  close: {en: ')', 'zh-Hant': '）', 'zh-Hans': '）'},
} as const satisfies Record<string, Wording>

/** The name of each language in itself, which is how its readers look for it. */
export const languageNames = {
  'zh-Hant': '繁體',
  'zh-Hans': '简体',
  en: 'English',
} as const

/** Words of the page for what cannot be found or shown. */
export const lost = {
  title: {en: 'There is no such page', 'zh-Hant': '找不到此網頁', 'zh-Hans': '找不到此网页'},
  missing: {
    en: 'Nothing is kept at this address. It may have been mistyped, or the link may be old.',
    'zh-Hant': '此網址並無任何內容；網址可能有誤，或連結已經過時。',
    'zh-Hans': '此网址并无任何内容；网址可能有误，或连结已经过时。',
  },
  failed: {
    en: 'This page cannot be shown',
    'zh-Hant': '未能顯示此網頁',
    'zh-Hans': '未能显示此网页',
  },
  sorry: {
    en: 'The mistake is ours and has been logged. Please try again in a little while.',
    'zh-Hant': '問題出於本網站，並已記錄在案；請稍後再試。',
    'zh-Hans': '问题出于本网站，并已记录在案；请稍后再试。',
  },
  on: {en: 'A way on', 'zh-Hant': '您可以前往', 'zh-Hans': '您可以前往'},
  search: {en: 'Search the datasets', 'zh-Hant': '搜尋數據集', 'zh-Hans': '搜寻数据集'},
} as const satisfies Record<string, Wording>
