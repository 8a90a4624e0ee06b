import type {ProblemWording} from './problems.ts'

/** What can be wrong with our stores. */
export const storeProblems = {
  'object-missing': {
    status: 404,
    en: 'Nothing is stored under {key}.',
    'zh-Hant': '{key} 之下沒有任何儲存內容。',
    'zh-Hans': '{key} 之下没有任何储存内容。',
  },
  'object-exists': {
    status: 409,
    en: 'Other bytes are already stored under {key}; what is stored never changes.',
    'zh-Hant': '{key} 之下已儲存其他內容；已儲存的內容不會更改。',
    'zh-Hans': '{key} 之下已储存其他内容；已储存的内容不会更改。',
  },
  'object-not-stored': {
    status: 503,
    en: '{key} could not be written or read ({code}). Nothing else was changed; check the space and rights of the data folder, then try again.',
    'zh-Hant':
      '無法寫入或讀取 {key}（{code}）。其他內容並無改動；請檢查數據資料夾的空間及權限，然後再試。',
    'zh-Hans':
      '无法写入或读取 {key}（{code}）。其他内容并无改动；请检查数据资料夹的空间及权限，然后再试。',
  },
  'data-folder-in-use': {
    status: 409,
    en: 'The data folder {folder} is in use by process {pid} on {host}, started {at}. Stop that one first, or choose another folder with --data.',
    'zh-Hant':
      '數據資料夾 {folder} 正由 {host} 上的程序 {pid} 使用（於 {at} 啟動）。請先停止該程序，或以 --data 選用另一資料夾。',
    'zh-Hans':
      '数据资料夹 {folder} 正由 {host} 上的程序 {pid} 使用（于 {at} 启动）。请先停止该程序，或以 --data 选用另一资料夹。',
  },
  'took-too-long': {
    status: 504,
    en: 'The work on the table took longer than {seconds} s and was stopped.',
    'zh-Hant': '處理表格的時間超過 {seconds} 秒，已經停止。',
    'zh-Hans': '处理表格的时间超过 {seconds} 秒，已经停止。',
  },
  'worker-died': {
    status: 500,
    en: 'The process that worked on the table ended before it was done ({why}); it may have needed more than {megabytes} MB.',
    'zh-Hant': '處理表格的程序在完成前終止（{why}）；所需記憶體可能超過 {megabytes} MB。',
    'zh-Hans': '处理表格的程序在完成前终止（{why}）；所需内存可能超过 {megabytes} MB。',
  },
  'site-file-missing': {
    status: 500,
    en: 'The site folder {folder} has no {file} that can be read.',
    'zh-Hant': '網站資料夾 {folder} 沒有可供讀取的 {file}。',
    'zh-Hans': '网站资料夹 {folder} 没有可供读取的 {file}。',
  },
  'site-file-too-large': {
    status: 500,
    en: '{file} is larger than {megabytes} MB, which no file of a site is.',
    'zh-Hant': '{file} 超過 {megabytes} MB，並非網站設定檔案應有的大小。',
    'zh-Hans': '{file} 超过 {megabytes} MB，并非网站设定档案应有的大小。',
  },
  'site-file-not-json': {
    status: 500,
    en: '{file} is not JSON in UTF-8: {why}.',
    'zh-Hant': '{file} 並非以 UTF-8 編碼的 JSON 檔案：{why}。',
    'zh-Hans': '{file} 并非以 UTF-8 编码的 JSON 档案：{why}。',
  },
  'site-file-misnamed': {
    status: 500,
    en: '{file} declares the dataset {id}; name the file {id}.json, or correct the id.',
    'zh-Hant': '{file} 所載的數據集編號為 {id}；請將檔案命名為 {id}.json，或更正編號。',
    'zh-Hans': '{file} 所载的数据集编号为 {id}；请将档案命名为 {id}.json，或更正编号。',
  },
  'site-property-unknown': {
    status: 500,
    en: '{file}: there is no property {property}; is it misspelt?',
    'zh-Hant': '{file}：沒有 {property} 這個屬性；請檢查是否有錯字。',
    'zh-Hans': '{file}：没有 {property} 这个属性；请检查是否有错字。',
  },
  'site-property-missing': {
    status: 500,
    en: '{file}: {property} is missing.',
    'zh-Hant': '{file}：欠缺 {property}。',
    'zh-Hans': '{file}：欠缺 {property}。',
  },
  'site-property-wrong': {
    status: 500,
    en: '{file}: {property} is {found}; expected: {why}.',
    'zh-Hant': '{file}：{property} 的值為 {found}；應為：{why}。',
    'zh-Hans': '{file}：{property} 的值为 {found}；应为：{why}。',
  },
  'site-translation-missing': {
    status: 500,
    en: '{file}: {property} has no text in {language}, one of the languages of the site.',
    'zh-Hant': '{file}：{property} 欠缺 {language} 文本，而該語文為網站語文之一。',
    'zh-Hans': '{file}：{property} 欠缺 {language} 文本，而该语文为网站语文之一。',
  },
  'site-reference-unknown': {
    status: 500,
    en: '{file}: {property} names "{value}", which is declared nowhere.',
    'zh-Hant': '{file}：{property} 所指的「{value}」並未在任何地方界定。',
    'zh-Hans': '{file}：{property} 所指的「{value}」并未在任何地方界定。',
  },
  'site-id-twice': {
    status: 500,
    en: '{file}: "{id}" is given more than once.',
    'zh-Hant': '{file}：「{id}」重複出現。',
    'zh-Hans': '{file}：「{id}」重复出现。',
  },
} as const satisfies Record<string, ProblemWording>
