import type {ProblemWording} from './problems.ts'

/** What can be wrong with what is asked of the catalog, with publishing and with the schedule. */
export const catalogProblems = {
  'dataset-unknown': {
    status: 404,
    en: 'There is no dataset {id}.',
    'zh-Hant': '沒有編號為 {id} 的數據集。',
    'zh-Hans': '没有编号为 {id} 的数据集。',
  },
  'version-unknown': {
    status: 404,
    en: 'Dataset {id} has no version {version}.',
    'zh-Hant': '數據集 {id} 沒有版本 {version}。',
    'zh-Hans': '数据集 {id} 没有版本 {version}。',
  },
  'dataset-without-source': {
    status: 404,
    en: 'No source has been declared for dataset {id} yet. Add one to its file in the site.',
    'zh-Hant': '數據集 {id} 尚未註明來源。請在網站資料的相關檔案內加入。',
    'zh-Hans': '数据集 {id} 尚未注明来源。请在网站资料的相关档案内加入。',
  },
  'formats-disagree': {
    status: 500,
    en: 'The file {format} of dataset {id} does not hold the same cells as the table it was written from; nothing was published.',
    'zh-Hant': '數據集 {id} 的 {format} 檔案與原表格的內容不一致；並無發布任何檔案。',
    'zh-Hans': '数据集 {id} 的 {format} 档案与原表格的内容不一致；并无发布任何档案。',
  },
  'rebuild-differs': {
    status: 500,
    en: 'Version {version} of dataset {id}, rebuilt from its snapshot, differs in {file}.',
    'zh-Hant': '由快照重建的數據集 {id} 版本 {version} 與原有檔案 {file} 不同。',
    'zh-Hans': '由快照重建的数据集 {id} 版本 {version} 与原有档案 {file} 不同。',
  },
} as const satisfies Record<string, ProblemWording>
