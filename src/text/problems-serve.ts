import type {ProblemWording} from './problems.ts'

/** What can be wrong with a request. */
export const serveProblems = {
  'page-unknown': {
    status: 404,
    en: 'There is nothing at {path}.',
    'zh-Hant': '{path} 並無任何內容。',
    'zh-Hans': '{path} 并无任何内容。',
  },
  'address-malformed': {
    status: 400,
    en: 'This address cannot be read: it is not valid percent-encoded UTF-8, or it is too long. Please check how it was put together.',
    'zh-Hant': '無法讀取此網址：百分號編碼並非有效的 UTF-8，或網址過長。請檢查網址的組成方式。',
    'zh-Hans': '无法读取此网址：百分号编码并非有效的 UTF-8，或网址过长。请检查网址的组成方式。',
  },
  'method-not-offered': {
    status: 405,
    en: '{method} is not offered at {path}; everything here is read with GET or HEAD.',
    'zh-Hant': '{path} 不提供 {method}；此處所有內容均以 GET 或 HEAD 讀取。',
    'zh-Hans': '{path} 不提供 {method}；此处所有内容均以 GET 或 HEAD 读取。',
  },
  'parameter-unknown': {
    status: 400,
    en: 'There is no parameter {name} here. The parameters are: {known}.',
    'zh-Hant': '此處沒有參數 {name}。可用的參數為：{known}。',
    'zh-Hans': '此处没有参数 {name}。可用的参数为：{known}。',
  },
  'parameter-misspelt': {
    status: 400,
    en: 'There is no parameter {name} here. Did you mean {meant}? The parameters are: {known}.',
    'zh-Hant': '此處沒有參數 {name}。是否指 {meant}？可用的參數為：{known}。',
    'zh-Hans': '此处没有参数 {name}。是否指 {meant}？可用的参数为：{known}。',
  },
  'parameter-repeated': {
    status: 400,
    en: '{name} is given more than once; give it once.',
    'zh-Hant': '{name} 出現多於一次；請只提供一次。',
    'zh-Hans': '{name} 出现多于一次；请只提供一次。',
  },
  'parameter-missing': {
    status: 400,
    en: '{name} is needed, for example {name}={example}.',
    'zh-Hant': '必須提供 {name}，例如 {name}={example}。',
    'zh-Hans': '必须提供 {name}，例如 {name}={example}。',
  },
  'parameter-not-whole-number': {
    status: 400,
    en: '{name} must be a whole number from {minimum} to {maximum}, not {value}.',
    'zh-Hant': '{name} 必須是 {minimum} 至 {maximum} 的整數，不能是 {value}。',
    'zh-Hans': '{name} 必须是 {minimum} 至 {maximum} 的整数，不能是 {value}。',
  },
  'parameter-not-a-date': {
    status: 400,
    en: '{name} must be a day of the calendar written as in 2024-12-31, not {value}.',
    'zh-Hant': '{name} 必須是曆法上的日期，寫法如 2024-12-31，不能是 {value}。',
    'zh-Hans': '{name} 必须是历法上的日期，写法如 2024-12-31，不能是 {value}。',
  },
  'parameter-not-an-instant': {
    status: 400,
    en: '{name} must be a day written as in 2024-12-31, or a moment with its zone as in 2024-12-31T18:00:00+08:00 or 2024-12-31T10:00:00Z, not {value}.',
    'zh-Hant':
      '{name} 必須是日期（如 2024-12-31），或註明時區的時刻（如 2024-12-31T18:00:00+08:00 或 2024-12-31T10:00:00Z），不能是 {value}。',
    'zh-Hans':
      '{name} 必须是日期（如 2024-12-31），或注明时区的时刻（如 2024-12-31T18:00:00+08:00 或 2024-12-31T10:00:00Z），不能是 {value}。',
  },
  'parameter-not-listed': {
    status: 400,
    en: '{name} must be one of {allowed}, not {value}.',
    'zh-Hant': '{name} 必須是以下其中之一：{allowed}，不能是 {value}。',
    'zh-Hans': '{name} 必须是以下其中之一：{allowed}，不能是 {value}。',
  },
  'parameter-too-long': {
    status: 400,
    en: '{name} may hold at most {maximum} characters.',
    'zh-Hant': '{name} 最多可有 {maximum} 個字元。',
    'zh-Hans': '{name} 最多可有 {maximum} 个字元。',
  },
  'parameter-wrong': {
    status: 400,
    en: '{name} cannot be read: {value} does not fit what /openapi.json says of it.',
    'zh-Hant': '無法讀取 {name}：{value} 不符合 /openapi.json 的說明。',
    'zh-Hans': '无法读取 {name}：{value} 不符合 /openapi.json 的说明。',
  },
  'dates-reversed': {
    status: 400,
    en: 'from ({from}) lies after to ({to}); exchange the two.',
    'zh-Hant': 'from（{from}）遲於 to（{to}）；請把兩者對調。',
    'zh-Hans': 'from（{from}）迟于 to（{to}）；请把两者对调。',
  },
  'no-plan': {
    status: 404,
    en: 'No plan has been imported yet, so nothing is promised. The operator imports one with kept plan import.',
    'zh-Hant': '尚未匯入任何計劃，因此沒有承諾可供查閱。營運人員可用 kept plan import 匯入計劃。',
    'zh-Hans': '尚未汇入任何计划，因此没有承诺可供查阅。营运人员可用 kept plan import 汇入计划。',
  },
  'commitment-unknown': {
    status: 404,
    en: 'The plan has no commitment {id}; /kept/v1/commitments lists them.',
    'zh-Hant': '計劃中沒有承諾 {id}；所有承諾見 /kept/v1/commitments。',
    'zh-Hans': '计划中没有承诺 {id}；所有承诺见 /kept/v1/commitments。',
  },
  'obligation-unknown': {
    status: 404,
    en: 'There is no obligation {id}; /kept/v1/obligations lists them.',
    'zh-Hant': '沒有編號為 {id} 的應履行項目；所有項目見 /kept/v1/obligations。',
    'zh-Hans': '没有编号为 {id} 的应履行项目；所有项目见 /kept/v1/obligations。',
  },
  'evidence-unknown': {
    status: 404,
    en: 'No evidence {id} is recorded.',
    'zh-Hant': '並無編號為 {id} 的證據記錄。',
    'zh-Hans': '并无编号为 {id} 的证据记录。',
  },
  'nothing-published': {
    status: 404,
    en: 'No version of {id} has been published yet; /kept/v1/datasets/{id} says why.',
    'zh-Hant': '{id} 尚未發放任何版本；原因見 /kept/v1/datasets/{id}。',
    'zh-Hans': '{id} 尚未发放任何版本；原因见 /kept/v1/datasets/{id}。',
  },
  'version-unknown': {
    status: 404,
    en: '{id} has no version {version}; /kept/v1/datasets/{id}/versions lists them.',
    'zh-Hant': '{id} 沒有版本 {version}；所有版本見 /kept/v1/datasets/{id}/versions。',
    'zh-Hans': '{id} 没有版本 {version}；所有版本见 /kept/v1/datasets/{id}/versions。',
  },
  'version-withdrawn': {
    status: 410,
    en: 'Version {version} of {id} was withdrawn on {at} by {by}: {why}',
    'zh-Hant': '{id} 的版本 {version} 已由 {by} 於 {at} 撤回：{why}',
    'zh-Hans': '{id} 的版本 {version} 已由 {by} 于 {at} 撤回：{why}',
  },
  'dataset-withdrawn': {
    status: 410,
    en: '{id} was withdrawn on {at} by {by}: {why}',
    'zh-Hant': '{id} 已由 {by} 於 {at} 撤回：{why}',
    'zh-Hans': '{id} 已由 {by} 于 {at} 撤回：{why}',
  },
  'format-not-published': {
    status: 404,
    en: 'Version {version} of {id} is not published as {format}; it is available as {available}.',
    'zh-Hant': '{id} 的版本 {version} 並無 {format} 格式；可供下載的格式為 {available}。',
    'zh-Hans': '{id} 的版本 {version} 并无 {format} 格式；可供下载的格式为 {available}。',
  },
  'series-missing': {
    status: 404,
    en: 'There is no stacked series of {id} yet.',
    'zh-Hant': '{id} 尚未有合併序列。',
    'zh-Hans': '{id} 尚未有合并序列。',
  },
  'nothing-to-compare': {
    status: 404,
    en: 'Version {version} of {id} is the first: there is none before it to compare with. Name one with from=.',
    'zh-Hant': '{id} 的版本 {version} 是首個版本，之前並無版本可供比較。請以 from= 指明版本。',
    'zh-Hans': '{id} 的版本 {version} 是首个版本，之前并无版本可供比较。请以 from= 指明版本。',
  },
  'range-not-satisfiable': {
    status: 416,
    en: 'The file has {byteSize} bytes; the range asked for ({range}) lies outside it.',
    'zh-Hant': '檔案共有 {byteSize} 個位元組；所要求的範圍（{range}）超出檔案。',
    'zh-Hans': '档案共有 {byteSize} 个位元组；所要求的范围（{range}）超出档案。',
  },
  'problem-type-unknown': {
    status: 404,
    en: 'There is no problem type {code}; /kept/v1/problem-types lists them.',
    'zh-Hant': '沒有 {code} 這個問題類別；所有類別見 /kept/v1/problem-types。',
    'zh-Hans': '没有 {code} 这个问题类别；所有类别见 /kept/v1/problem-types。',
  },
  busy: {
    status: 503,
    en: 'Too many comparisons are being worked out at once ({max}); please try again in a few seconds.',
    'zh-Hant': '同時進行的比較過多（{max} 項）；請於數秒後再試。',
    'zh-Hans': '同时进行的比较过多（{max} 项）；请于数秒后再试。',
  },
  'port-not-to-be-had': {
    status: 503,
    en: 'Port {port} of {host} cannot be had ({code}): another program may be using it. Choose another with --port or PORT.',
    'zh-Hant':
      '無法使用 {host} 的連接埠 {port}（{code}）：可能正由其他程式使用。請以 --port 或 PORT 選用另一連接埠。',
    'zh-Hans':
      '无法使用 {host} 的连接埠 {port}（{code}）：可能正由其他程式使用。请以 --port 或 PORT 选用另一连接埠。',
  },
  'our-mistake': {
    status: 500,
    en: 'Something of ours failed. It is logged under {reference}; please try again later, and quote that if it stays.',
    'zh-Hant': '系統出現錯誤，已記錄為 {reference}；請稍後再試。如問題持續，請在查詢時引述此編號。',
    'zh-Hans': '系统出现错误，已记录为 {reference}；请稍后再试。如问题持续，请在查询时引述此编号。',
  },
} as const satisfies Record<string, ProblemWording>
