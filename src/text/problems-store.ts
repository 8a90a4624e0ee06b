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
} as const satisfies Record<string, ProblemWording>
