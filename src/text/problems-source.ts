import type {ProblemWording} from './problems.ts'

/**
 * What can be wrong with a source. Each says what happened, where, and what helps. None ever holds a
 * credential or the address that a name was resolved to.
 */
export const sourceProblems = {
  'source-unreachable': {
    status: 502,
    en: '{host} could not be reached; we waited up to {seconds} s. We will try again; if it lasts, check that the server is running.',
    'zh-Hant':
      '無法連接 {host}，最多等候了 {seconds} 秒。系統稍後會再試；如情況持續，請檢查伺服器是否正常運作。',
    'zh-Hans':
      '无法连接 {host}，最多等候了 {seconds} 秒。系统稍后会再试；如情况持续，请检查伺服器是否正常运作。',
  },
  'source-host-unknown': {
    status: 502,
    en: 'There is no server by the name {host}. Check the address in the source.',
    'zh-Hant': '找不到名為 {host} 的伺服器。請檢查來源的網址。',
    'zh-Hans': '找不到名为 {host} 的伺服器。请检查来源的网址。',
  },
  'source-no-network': {
    status: 503,
    en: 'Our own network did not let us ask {host}. This says nothing about the publisher; check our connection and name server.',
    'zh-Hant': '本系統的網絡未能查詢 {host}，與發布機構無關。請檢查本系統的連線及域名伺服器。',
    'zh-Hans': '本系统的网络未能查询 {host}，与发布机构无关。请检查本系统的连线及域名伺服器。',
  },
  'source-certificate': {
    status: 502,
    en: '{host} did not prove who it is ({why}). Renew or repair its certificate.',
    'zh-Hant': '未能核實 {host} 的身分（{why}）。請更新或修正其證書。',
    'zh-Hans': '未能核实 {host} 的身分（{why}）。请更新或修正其证书。',
  },
  'source-address-private': {
    status: 502,
    en: '{host} is inside a private network, where sources may not lead. If it is meant, list it in allowedHosts of the site.',
    'zh-Hant':
      '{host} 位於內部網絡，來源不得指向該處。如屬有意安排，請將其列入網站設定的 allowedHosts。',
    'zh-Hans':
      '{host} 位于内部网络，来源不得指向该处。如属有意安排，请将其列入网站设定的 allowedHosts。',
  },
  'source-address-invalid': {
    status: 500,
    en: '{url} is no address that sources of this kind can have. Correct the source of the dataset.',
    'zh-Hant': '{url} 並非此類來源可用的位址。請更正該數據集的來源設定。',
    'zh-Hans': '{url} 并非此类来源可用的位址。请更正该数据集的来源设定。',
  },
  'source-address-secret': {
    status: 500,
    en: 'The address {url} was given with a password in it, so it was not used. Name a credential in the source instead.',
    'zh-Hant': '網址 {url} 內含密碼，因此沒有使用。請改為在來源註明憑證名稱。',
    'zh-Hans': '网址 {url} 内含密码，因此没有使用。请改为在来源注明凭证名称。',
  },
  'source-variable-unknown': {
    status: 500,
    en: 'The address {url} needs the variable {name}, which this site has not set. Set it in the site, or correct the source of the dataset.',
    'zh-Hant':
      '網址 {url} 需要變數 {name}，但網站沒有設定。請在網站設定該變數，或更正該數據集的來源設定。',
    'zh-Hans':
      '网址 {url} 需要变数 {name}，但网站没有设定。请在网站设定该变数，或更正该数据集的来源设定。',
  },
  'source-redirects-endless': {
    status: 502,
    en: '{url} was redirected more than {redirectsMax} times. Give the final address in the source.',
    'zh-Hant': '{url} 被重新導向超過 {redirectsMax} 次。請在來源填上最終網址。',
    'zh-Hans': '{url} 被重新导向超过 {redirectsMax} 次。请在来源填上最终网址。',
  },
  'source-redirect-refused': {
    status: 502,
    en: '{url} redirects to something that is not a web address. Give the final address in the source.',
    'zh-Hant': '{url} 重新導向至並非網址的位置。請在來源填上最終網址。',
    'zh-Hans': '{url} 重新导向至并非网址的位置。请在来源填上最终网址。',
  },
  'source-missing': {
    status: 502,
    en: 'There is no file at {url} (HTTP status {answer}). Put it back there, or correct the address in the source.',
    'zh-Hant': '{url} 沒有檔案（HTTP 狀態碼 {answer}）。請重新放置檔案，或更正來源的網址。',
    'zh-Hans': '{url} 没有档案（HTTP 状态码 {answer}）。请重新放置档案，或更正来源的网址。',
  },
  'source-refused': {
    status: 502,
    en: '{url} was refused with HTTP status {answer}. Ask whoever runs the server, giving this status and the time.',
    'zh-Hant':
      '{url} 拒絕提供檔案，HTTP 狀態碼為 {answer}。請向伺服器管理人員查詢，並提供此狀態碼及時間。',
    'zh-Hans':
      '{url} 拒绝提供档案，HTTP 状态码为 {answer}。请向伺服器管理人员查询，并提供此状态码及时间。',
  },
  'source-busy': {
    status: 503,
    en: '{host} asks us to wait (HTTP status {answer}). We will not ask again before {until}.',
    'zh-Hant': '{host} 要求稍候（HTTP 狀態碼 {answer}）。系統在 {until} 前不會再次查詢。',
    'zh-Hans': '{host} 要求稍候（HTTP 状态码 {answer}）。系统在 {until} 前不会再次查询。',
  },
  'source-waiting': {
    status: 503,
    en: 'We did not ask {host}: after its last answers we are to wait until {until}.',
    'zh-Hant': '系統沒有查詢 {host}：按其先前的回應，須等候至 {until}。',
    'zh-Hans': '系统没有查询 {host}：按其先前的回应，须等候至 {until}。',
  },
  'source-answered-html': {
    status: 502,
    en: '{url} answered with a web page where data was expected, as servers do when the file is not there. Put the file there, or correct the address.',
    'zh-Hant': '{url} 傳回的是網頁而非數據，一般表示檔案不存在。請放置檔案，或更正網址。',
    'zh-Hans': '{url} 传回的是网页而非数据，一般表示档案不存在。请放置档案，或更正网址。',
  },
  'source-empty': {
    status: 502,
    en: '{url} answered, but with nothing in it. Check the export that writes it.',
    'zh-Hant': '{url} 有回應，但內容空白。請檢查產生該檔案的匯出程序。',
    'zh-Hans': '{url} 有回应，但内容空白。请检查产生该档案的汇出程序。',
  },
  'source-no-rows': {
    status: 502,
    en: '{url} answered with a list of no rows. If there really are none, say so with an attestation; otherwise check the service.',
    'zh-Hant': '{url} 傳回的列表沒有任何資料列。如確實沒有資料，請作出聲明；否則請檢查有關服務。',
    'zh-Hans': '{url} 传回的列表没有任何数据行。如确实没有数据，请作出声明；否则请检查有关服务。',
  },
  'source-truncated': {
    status: 502,
    en: '{url} broke off after {received} bytes: the file is not whole. We keep the last good version and will try again.',
    'zh-Hant':
      '{url} 傳送至 {received} 位元組後中斷，檔案並不完整。系統會保留上一個正確版本，稍後再試。',
    'zh-Hans':
      '{url} 传送至 {received} 字节后中断，档案并不完整。系统会保留上一个正确版本，稍后再试。',
  },
  'source-too-large': {
    status: 502,
    en: '{url} holds more than the {bytesMax} bytes that it may. If that is right, raise maxBytes of the source.',
    'zh-Hant': '{url} 的大小超出所容許的 {bytesMax} 位元組。如屬正常，請提高來源的 maxBytes。',
    'zh-Hans': '{url} 的大小超出所容许的 {bytesMax} 字节。如属正常，请提高来源的 maxBytes。',
  },
  'source-too-slow': {
    status: 504,
    en: '{url} was too slow: we waited more than {seconds} s. We will try again; if it lasts, ask whoever runs the server.',
    'zh-Hant':
      '{url} 回應過慢，等候超過 {seconds} 秒。系統稍後會再試；如情況持續，請向伺服器管理人員查詢。',
    'zh-Hans':
      '{url} 回应过慢，等候超过 {seconds} 秒。系统稍后会再试；如情况持续，请向伺服器管理人员查询。',
  },
  'source-encoding-unknown': {
    status: 502,
    en: '{url} was sent in the content coding {coding}, which we did not ask for and cannot undo. Serve it plain or as gzip.',
    'zh-Hant': '{url} 以未經要求且無法解讀的內容編碼 {coding} 傳送。請以原樣或 gzip 提供。',
    'zh-Hans': '{url} 以未经要求且无法解读的内容编码 {coding} 传送。请以原样或 gzip 提供。',
  },
  'source-garbled': {
    status: 502,
    en: '{url} was answered in a way that cannot be read ({why}). Ask whoever runs the server.',
    'zh-Hant': '{url} 的回應無法讀取（{why}）。請向伺服器管理人員查詢。',
    'zh-Hans': '{url} 的回应无法读取（{why}）。请向伺服器管理人员查询。',
  },
  'source-pages-endless': {
    status: 502,
    en: '{url} led through more than {pagesMax} pages, or back to one already read. Check its next links.',
    'zh-Hant': '{url} 的分頁超過 {pagesMax} 頁，或指回已讀過的一頁。請檢查其下一頁連結。',
    'zh-Hans': '{url} 的分页超过 {pagesMax} 页，或指回已读过的一页。请检查其下一页连结。',
  },
  'source-page-elsewhere': {
    status: 502,
    en: '{url} says that its next page is on another server ({host}); pages are followed on the source’s own server only.',
    'zh-Hant': '{url} 指其下一頁位於另一伺服器（{host}）；系統只會在來源本身的伺服器上逐頁讀取。',
    'zh-Hans': '{url} 指其下一页位于另一伺服器（{host}）；系统只会在来源本身的伺服器上逐页读取。',
  },
  'source-page-garbled': {
    status: 502,
    en: 'Page {page} of {url} is not JSON in UTF-8. Check the service.',
    'zh-Hant': '{url} 的第 {page} 頁並非以 UTF-8 編碼的 JSON。請檢查有關服務。',
    'zh-Hans': '{url} 的第 {page} 页并非以 UTF-8 编码的 JSON。请检查有关服务。',
  },
  'source-page-no-list': {
    status: 502,
    en: 'Page {page} of {url} holds no list named “{property}”. Check the service, or correct the dialect of the source.',
    'zh-Hant':
      '{url} 的第 {page} 頁沒有名為「{property}」的列表。請檢查有關服務，或更正來源的格式設定。',
    'zh-Hans':
      '{url} 的第 {page} 页没有名为「{property}」的列表。请检查有关服务，或更正来源的格式设定。',
  },
  'source-credential-missing': {
    status: 500,
    en: 'The credential {name} that {url} needs is not configured here, so nothing was asked. Set it in the environment or in the credentials folder.',
    'zh-Hant':
      '{url} 所需的憑證 {name} 尚未在此設定，因此沒有作出查詢。請在環境變數或憑證資料夾內設定。',
    'zh-Hans':
      '{url} 所需的凭证 {name} 尚未在此设定，因此没有作出查询。请在环境变数或凭证资料夹内设定。',
  },
  'source-file-missing': {
    status: 502,
    en: 'There is no file {file}. Put it back there, or correct the path in the source.',
    'zh-Hant': '沒有檔案 {file}。請重新放置檔案，或更正來源的路徑。',
    'zh-Hans': '没有档案 {file}。请重新放置档案，或更正来源的路径。',
  },
  'source-file-unreadable': {
    status: 502,
    en: 'The file {file} is there, but cannot be read ({why}). Check its permissions and the share it lies on.',
    'zh-Hant': '檔案 {file} 存在但無法讀取（{why}）。請檢查其存取權限及所在的共用資料夾。',
    'zh-Hans': '档案 {file} 存在但无法读取（{why}）。请检查其存取权限及所在的共用资料夹。',
  },
  'source-file-changing': {
    status: 503,
    en: 'The file {file} changed while it was read: somebody is writing it. We will read it again later.',
    'zh-Hant': '讀取期間檔案 {file} 有所變動，應正有人寫入。系統稍後會再讀取。',
    'zh-Hans': '读取期间档案 {file} 有所变动，应正有人写入。系统稍后会再读取。',
  },
  'source-database-failed': {
    status: 502,
    en: 'The database {database} could not be opened ({why}). Check that it is there and that we may read it.',
    'zh-Hant': '無法開啟資料庫 {database}（{why}）。請檢查資料庫是否存在，以及本系統有否讀取權限。',
    'zh-Hans': '无法开启资料库 {database}（{why}）。请检查资料库是否存在，以及本系统有否读取权限。',
  },
  'source-query-failed': {
    status: 502,
    en: 'The query on {database} failed: {why}. Correct the query of the source, or tell whoever changed the tables.',
    'zh-Hant': '對 {database} 的查詢失敗：{why}。請更正來源的查詢，或通知更改資料表的人員。',
    'zh-Hans': '对 {database} 的查询失败：{why}。请更正来源的查询，或通知更改资料表的人员。',
  },
} as const satisfies Record<string, ProblemWording>
