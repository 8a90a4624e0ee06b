import type {ProblemWording} from './problems.ts'

/** What can be wrong with a file as a file of its format. Rows and lines count from 1. */
export const formatProblems = {
  'text-not-in-encoding': {
    status: 422,
    en: 'The file is not text in {encoding}: the character at line {line}, column {column} cannot be read.',
    'zh-Hant': '檔案並非 {encoding} 編碼的文字：第 {line} 行第 {column} 個字元無法讀取。',
    'zh-Hans': '档案并非 {encoding} 编码的文字：第 {line} 行第 {column} 个字符无法读取。',
  },
  'encoding-unknown': {
    status: 422,
    en: 'The character encoding {encoding} is not one we can read.',
    'zh-Hant': '我們不能讀取 {encoding} 這種字元編碼。',
    'zh-Hans': '我们不能读取 {encoding} 这种字符编码。',
  },
  'cell-not-unicode': {
    status: 422,
    en: 'Row {row} of the {format} file holds half a character (a lone surrogate), which no file of ours can hold.',
    'zh-Hant': '{format} 檔案第 {row} 行有不完整的字元（單獨的代理碼），任何檔案均無法保存。',
    'zh-Hans': '{format} 档案第 {row} 行有不完整的字符（单独的代理码），任何档案均无法保存。',
  },
  'csv-quote-misplaced': {
    status: 422,
    en: 'Row {row} of the CSV file has a closing quotation mark with more text behind it, at cell {cell}; a quotation mark inside a quoted cell must be doubled.',
    'zh-Hant': 'CSV 檔案第 {row} 行第 {cell} 格的結尾引號之後還有文字；引號內的引號必須重複一次。',
    'zh-Hans': 'CSV 档案第 {row} 行第 {cell} 格的结尾引号之后还有文字；引号内的引号必须重复一次。',
  },
  'csv-quote-unclosed': {
    status: 422,
    en: 'The CSV file ends inside the quoted cell {cell} that begins in row {row}: it may have been cut short.',
    'zh-Hant': 'CSV 檔案第 {row} 行第 {cell} 格的引號沒有結尾，檔案可能並不完整。',
    'zh-Hans': 'CSV 档案第 {row} 行第 {cell} 格的引号没有结尾，档案可能并不完整。',
  },
  'json-not-valid': {
    status: 422,
    en: 'The file is not valid JSON: row {row} cannot be read (character {character} of the file).',
    'zh-Hant': '檔案並非有效的 JSON：第 {row} 行無法讀取（檔案第 {character} 個字元）。',
    'zh-Hans': '档案并非有效的 JSON：第 {row} 行无法读取（档案第 {character} 个字符）。',
  },
  'json-cut-short': {
    status: 422,
    en: 'The JSON file ends after {rows} rows, before its text is complete: it may have been cut short.',
    'zh-Hant': 'JSON 檔案在第 {rows} 行之後突然結束，檔案可能並不完整。',
    'zh-Hans': 'JSON 档案在第 {rows} 行之后突然结束，档案可能并不完整。',
  },
  'json-rows-not-found': {
    status: 422,
    en: 'The JSON file holds no list of rows where one is expected ({place}).',
    'zh-Hant': 'JSON 檔案在應有的位置（{place}）沒有資料行的清單。',
    'zh-Hans': 'JSON 档案在应有的位置（{place}）没有数据行的清单。',
  },
  'json-row-not-object': {
    status: 422,
    en: 'Row {row} of the JSON file is not an object with named values.',
    'zh-Hant': 'JSON 檔案第 {row} 行並非具名值的物件。',
    'zh-Hans': 'JSON 档案第 {row} 行并非具名值的对象。',
  },
  'name-repeated': {
    status: 422,
    en: 'Row {row} of the {format} file has two values named {name}; which one is meant cannot be known.',
    'zh-Hant': '{format} 檔案第 {row} 行有兩個名為「{name}」的值，無法得知應取哪一個。',
    'zh-Hans': '{format} 档案第 {row} 行有两个名为「{name}」的值，无法得知应取哪一个。',
  },
  'xml-not-valid': {
    status: 422,
    en: 'The file is not well-formed XML: see line {line}, column {column}.',
    'zh-Hant': '檔案並非格式正確的 XML：見第 {line} 行第 {column} 個字元。',
    'zh-Hans': '档案并非格式正确的 XML：见第 {line} 行第 {column} 个字符。',
  },
  'xml-doctype-refused': {
    status: 422,
    en: 'The XML file declares a document type (line {line}); for safety such files are not read.',
    'zh-Hant': 'XML 檔案載有文件類型宣告（第 {line} 行）；為安全起見，我們不讀取這類檔案。',
    'zh-Hans': 'XML 档案载有文件类型声明（第 {line} 行）；为安全起见，我们不读取这类档案。',
  },
  'workbook-not-readable': {
    status: 422,
    en: 'The file is not a whole {format} workbook that we can read.',
    'zh-Hant': '檔案並非完整而可讀取的 {format} 工作簿。',
    'zh-Hans': '档案并非完整而可读取的 {format} 工作簿。',
  },
  'workbook-encrypted': {
    status: 422,
    en: 'The workbook is protected by a password.',
    'zh-Hant': '工作簿設有密碼保護。',
    'zh-Hans': '工作簿设有密码保护。',
  },
  'sheet-missing': {
    status: 422,
    en: 'The workbook has no sheet {sheet}; it has: {sheets}.',
    'zh-Hant': '工作簿沒有工作表「{sheet}」；現有工作表：{sheets}。',
    'zh-Hans': '工作簿没有工作表「{sheet}」；现有工作表：{sheets}。',
  },
  'range-not-valid': {
    status: 422,
    en: '{range} is not a range of cells such as A4:F20 or A4:F.',
    'zh-Hant': '{range} 並非儲存格範圍，例如 A4:F20 或 A4:F。',
    'zh-Hans': '{range} 并非单元格范围，例如 A4:F20 或 A4:F。',
  },
  'parquet-not-readable': {
    status: 422,
    en: 'The file is not a whole Parquet file that we can read.',
    'zh-Hant': '檔案並非完整而可讀取的 Parquet 檔案。',
    'zh-Hans': '档案并非完整而可读取的 Parquet 档案。',
  },
  'cell-too-long': {
    status: 422,
    en: 'The cell in row {row}, column {column} is longer than the {limit} characters that {format} allows.',
    'zh-Hant': '第 {row} 行第 {column} 欄的儲存格超過 {format} 所容許的 {limit} 個字元。',
    'zh-Hans': '第 {row} 行第 {column} 栏的单元格超过 {format} 所容许的 {limit} 个字符。',
  },
  'columns-too-many': {
    status: 422,
    en: 'The table has more columns than the {limit} that {format} allows.',
    'zh-Hant': '表格的欄數超過 {format} 所容許的 {limit} 欄。',
    'zh-Hans': '表格的栏数超过 {format} 所容许的 {limit} 栏。',
  },
  'file-too-large': {
    status: 413,
    en: 'The {format} file is larger than the {megabytes} MiB that we read or write at once.',
    'zh-Hant': '{format} 檔案超過我們一次可處理的 {megabytes} MiB。',
    'zh-Hans': '{format} 档案超过我们一次可处理的 {megabytes} MiB。',
  },
  'nested-too-deep': {
    status: 422,
    en: 'The {format} file is nested more than {limit} levels deep.',
    'zh-Hant': '{format} 檔案的層次超過 {limit} 層。',
    'zh-Hans': '{format} 档案的层次超过 {limit} 层。',
  },
} as const satisfies Record<string, ProblemWording>
