import type {ProblemWording} from './problems.ts'

/** What can be wrong with a command line, and with what it is about. */
export const commandProblems = {
  'command-unknown': {
    status: 400,
    en: 'There is no command {name}; see kept help.',
    'zh-Hant': '沒有「{name}」這個指令；請見 kept help。',
    'zh-Hans': '没有「{name}」这个指令；请见 kept help。',
  },
  'command-misspelt': {
    status: 400,
    en: 'There is no command {name}. Did you mean {meant}? See kept help.',
    'zh-Hant': '沒有「{name}」這個指令。是否指「{meant}」？請見 kept help。',
    'zh-Hans': '没有「{name}」这个指令。是否指「{meant}」？请见 kept help。',
  },
  'option-unknown': {
    status: 400,
    en: 'kept {command} has no option {name}. Its options are: {known}.',
    'zh-Hant': 'kept {command} 沒有選項 {name}。可用的選項為：{known}。',
    'zh-Hans': 'kept {command} 没有选项 {name}。可用的选项为：{known}。',
  },
  'option-misspelt': {
    status: 400,
    en: 'kept {command} has no option {name}. Did you mean {meant}?',
    'zh-Hant': 'kept {command} 沒有選項 {name}。是否指 {meant}？',
    'zh-Hans': 'kept {command} 没有选项 {name}。是否指 {meant}？',
  },
  'option-without-value': {
    status: 400,
    en: '{name} needs a value, as in {name} {example}.',
    'zh-Hant': '{name} 需要一個值，例如 {name} {example}。',
    'zh-Hans': '{name} 需要一个值，例如 {name} {example}。',
  },
  'option-with-value': {
    status: 400,
    en: '{name} takes no value.',
    'zh-Hant': '{name} 不接受任何值。',
    'zh-Hans': '{name} 不接受任何值。',
  },
  'option-missing': {
    status: 400,
    en: 'kept {command} needs {name} {example}; see kept help {command}.',
    'zh-Hant': 'kept {command} 需要 {name} {example}；請見 kept help {command}。',
    'zh-Hans': 'kept {command} 需要 {name} {example}；请见 kept help {command}。',
  },
  'option-repeated': {
    status: 400,
    en: '{name} is given more than once; give it once.',
    'zh-Hant': '{name} 出現多於一次；請只提供一次。',
    'zh-Hans': '{name} 出现多于一次；请只提供一次。',
  },
  'operand-missing': {
    status: 400,
    en: 'kept {command} needs {missing}: kept {command} {usage}',
    'zh-Hant': 'kept {command} 需要 {missing}：kept {command} {usage}',
    'zh-Hans': 'kept {command} 需要 {missing}：kept {command} {usage}',
  },
  'operand-surplus': {
    status: 400,
    en: 'kept {command} cannot use {surplus}: kept {command} {usage}',
    'zh-Hant': 'kept {command} 不接受 {surplus}：kept {command} {usage}',
    'zh-Hans': 'kept {command} 不接受 {surplus}：kept {command} {usage}',
  },
  'setting-wrong': {
    status: 400,
    en: '{why}',
    'zh-Hant': '設定有誤：{why}',
    'zh-Hans': '设定有误：{why}',
  },
  'file-not-readable': {
    status: 400,
    en: 'The file {file} cannot be read ({code}).',
    'zh-Hant': '無法讀取檔案 {file}（{code}）。',
    'zh-Hans': '无法读取档案 {file}（{code}）。',
  },
  'format-not-readable': {
    status: 400,
    en: '{file} is in none of the formats that can be read; its name must end in {known}.',
    'zh-Hant': '{file} 並非可讀取的格式；檔案名稱須以 {known} 結尾。',
    'zh-Hans': '{file} 并非可读取的格式；档案名称须以 {known} 结尾。',
  },
  'nothing-held': {
    status: 409,
    en: 'Nothing of {id} is held, so there is nothing to approve.',
    'zh-Hant': '{id} 並無內容正等候批准。',
    'zh-Hans': '{id} 并无内容正等候批准。',
  },
  'approval-overtaken': {
    status: 409,
    en: 'What is held of {id} is {held}, not {asked}; look at it anew before you approve it.',
    'zh-Hant': '{id} 現正等候批准的內容是 {held}，並非 {asked}；請重新查看後再批准。',
    'zh-Hans': '{id} 现正等候批准的内容是 {held}，并非 {asked}；请重新查看后再批准。',
  },
  'dataset-busy': {
    status: 409,
    en: '{id} is being refreshed by another process; try again in a minute.',
    'zh-Hant': '另一程序正在更新 {id}；請稍後再試。',
    'zh-Hans': '另一程序正在更新 {id}；请稍后再试。',
  },
  'already-withdrawn': {
    status: 409,
    en: '{id} has nothing left to withdraw.',
    'zh-Hant': '{id} 已無任何內容可供撤回。',
    'zh-Hans': '{id} 已无任何内容可供撤回。',
  },
  'suspension-of-no-feed': {
    status: 409,
    en: '{id} is not real-time: a pause can be announced of a feed only. To excuse a release, waive its obligation.',
    'zh-Hant': '{id} 並非實時數據：只有實時數據才可預告暫停。如要豁免某次發放，請用 waive。',
    'zh-Hans': '{id} 并非实时数据：只有实时数据才可预告暂停。如要豁免某次发放，请用 waive。',
  },
  'subject-unknown': {
    status: 404,
    en: 'There is no dataset, commitment, obligation or version {id} to write a note beside.',
    'zh-Hant': '沒有編號為 {id} 的數據集、承諾、應履行項目或版本可加註。',
    'zh-Hans': '没有编号为 {id} 的数据集、承诺、应履行项目或版本可加注。',
  },
  'folder-not-empty': {
    status: 409,
    en: '{folder} exists and is not empty; a new site needs a folder of its own.',
    'zh-Hant': '{folder} 已存在且並非空置；新網站需要一個專用資料夾。',
    'zh-Hans': '{folder} 已存在且并非空置；新网站需要一个专用资料夹。',
  },
  'stand-in-failed': {
    status: 502,
    en: 'The stand-in {file} did not start: {why}.',
    'zh-Hant': '模擬伺服器 {file} 未能啟動：{why}。',
    'zh-Hans': '模拟服务器 {file} 未能启动：{why}。',
  },
} as const satisfies Record<string, ProblemWording>
