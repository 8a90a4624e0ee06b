import type {ProblemWording} from './problems.ts'

/** What can be wrong with a plan document, with evidence, and with questions about verdicts. */
export const planProblems = {
  'plan-not-recognised': {
    status: 422,
    en: 'This is not an open data plan as far as we can read it: recognised {recognised}; not recognised {missing}.',
    'zh-Hant': '未能辨認此文件為開放數據計劃：已辨認 {recognised}；未能辨認 {missing}。',
    'zh-Hans': '未能辨认此文件为开放数据计划：已辨认 {recognised}；未能辨认 {missing}。',
  },
  'plan-without-rows': {
    status: 422,
    en: 'No row of this plan could be read, so nothing was imported: recognised {recognised}; not placed: {missing}.',
    'zh-Hant':
      '未能讀取此計劃的任何一項，故沒有載入任何內容：已辨認 {recognised}；未能歸類：{missing}。',
    'zh-Hans':
      '未能读取此计划的任何一项，故没有载入任何内容：已辨认 {recognised}；未能归类：{missing}。',
  },
  'plan-not-text': {
    status: 422,
    en: '{file} is not text in UTF-8 or UTF-16, so it cannot be read as a plan.',
    'zh-Hant': '{file} 並非 UTF-8 或 UTF-16 文字檔案，無法讀取為計劃。',
    'zh-Hans': '{file} 并非 UTF-8 或 UTF-16 文字档案，无法读取为计划。',
  },
  'plan-too-large': {
    status: 413,
    en: '{file} has {bytes} bytes; a plan may have at most {max}.',
    'zh-Hant': '{file} 有 {bytes} 位元組；計劃檔案最多可有 {max} 位元組。',
    'zh-Hans': '{file} 有 {bytes} 字节；计划档案最多可有 {max} 字节。',
  },
  'plan-row-repeated': {
    status: 422,
    en: 'This plan lists number {ordinal} of section {section} twice, in lines {first} and {second}, so its promises cannot be told apart.',
    'zh-Hant':
      '此計劃 {section} 部的第 {ordinal} 項出現兩次（第 {first} 行及第 {second} 行），無法分辨所作的承諾。',
    'zh-Hans':
      '此计划 {section} 部的第 {ordinal} 项出现两次（第 {first} 行及第 {second} 行），无法分辨所作的承诺。',
  },
  'plan-publisher-unknown': {
    status: 422,
    en: 'The plan is headed “{heading}”, and no publisher of this site has that name; add it to publishers.json.',
    'zh-Hant':
      '計劃的標題機構為「{heading}」，本網站並無此名稱的發布機構；請在 publishers.json 中加入。',
    'zh-Hans':
      '计划的标题机构为「{heading}」，本网站并无此名称的发布机构；请在 publishers.json 中加入。',
  },
  'evidence-unsigned': {
    status: 422,
    en: 'A {type} needs the post title of whoever makes it, and a reason.',
    'zh-Hant': '記錄 {type} 須註明作出者的職銜及理由。',
    'zh-Hans': '记录 {type} 须注明作出者的职衔及理由。',
  },
  'evidence-stands-too-long': {
    status: 422,
    en: 'A standing confirmation of no change may hold for at most {months} months; until {until} is longer.',
    'zh-Hant': '持續有效的「沒有更改」確認最長為期 {months} 個月；有效至 {until} 已超出期限。',
    'zh-Hans': '持续有效的「没有更改」确认最长为期 {months} 个月；有效至 {until} 已超出期限。',
  },
  'obligation-unknown': {
    status: 404,
    en: 'There is no obligation {id}.',
    'zh-Hant': '沒有編號為 {id} 的責任。',
    'zh-Hans': '没有编号为 {id} 的责任。',
  },
  'holidays-end': {
    status: 500,
    en: 'The site knows general holidays only up to {last}; add later ones to holidays.json, or due dates after it will not roll over them.',
    'zh-Hant':
      '本網站的公眾假期資料只到 {last}；請在 holidays.json 補充其後的假期，否則其後的到期日不會因假期順延。',
    'zh-Hans':
      '本网站的公众假期资料只到 {last}；请在 holidays.json 补充其后的假期，否则其后的到期日不会因假期顺延。',
  },
} as const satisfies Record<string, ProblemWording>
