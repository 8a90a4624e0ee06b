import {type Facts, fill, languages, type Wording} from './language.ts'

/** What there is to say of a finding; model/version.ts has the rest of it. */
export interface Said {
  readonly type: string
  readonly field: string | null
  readonly count: number
  readonly facts: Facts
}

/** What a finding says, in every language we ship, with its facts filled in. */
export function findingText(finding: Said): Wording {
  const wording = wordingOf(finding)
  const facts = {count: finding.count, field: finding.field ?? '', ...finding.facts}
  return Object.fromEntries(
    languages.map(language => [language, fill(wording[language], facts)]),
  ) as Record<keyof Wording, string>
}

/** By type and rule, else by type; one that has no words is told by its name. */
function wordingOf({type, facts}: Said): Wording {
  const table: {readonly [key: string]: Wording} = findingWordings
  const named = {'zh-Hant': type, 'zh-Hans': type, en: type}
  return table[`${type}:${facts.rule ?? facts.change}`] ?? table[type] ?? named
}

/** Every finding by type, or by type and rule. A missing translation does not compile. */
export const findingWordings = {
  'missing-label': {
    en: 'The column “{field}” is missing.',
    'zh-Hant': '缺少「{field}」一欄。',
    'zh-Hans': '缺少「{field}」一栏。',
  },
  'extra-label': {
    en: 'The file has a column “{label}” that this dataset does not declare; it holds {cells} values and is not published.',
    'zh-Hant': '檔案載有本數據集沒有列明的「{label}」一欄，內有 {cells} 個數值；該欄不會發布。',
    'zh-Hans': '档案载有本数据集没有列明的「{label}」一栏，内有 {cells} 个数值；该栏不会发布。',
  },
  'blank-label': {
    en: 'Column {column} has no heading but holds {cells} values; it is not published.',
    'zh-Hant': '第 {column} 欄沒有標題，但內有 {cells} 個數值；該欄不會發布。',
    'zh-Hans': '第 {column} 栏没有标题，但内有 {cells} 个数值；该栏不会发布。',
  },
  'duplicate-label': {
    en: 'More than one column is headed “{label}”, so that “{field}” could be either.',
    'zh-Hant': '多於一欄以「{label}」為標題，未能確定何者為「{field}」。',
    'zh-Hans': '多于一栏以「{label}」为标题，未能确定何者为「{field}」。',
  },
  'label-order': {
    en: 'The columns of the file are in another order: “{found}” stands where “{expected}” was declared. They are published in the declared order.',
    'zh-Hant':
      '檔案的欄目次序不同：原定為「{expected}」之處現為「{found}」。數據會按原定次序發布。',
    'zh-Hans':
      '档案的栏目次序不同：原定为「{expected}」之处现为「{found}」。数据会按原定次序发布。',
  },
  'blank-row': {
    en: '{count} blank rows were left out.',
    'zh-Hant': '已略去 {count} 個空白行。',
    'zh-Hans': '已略去 {count} 个空白行。',
  },
  'extra-cell': {
    en: '{count} rows have more cells than there are columns ({columns}).',
    'zh-Hant': '{count} 行的儲存格多於欄數（{columns} 欄）。',
    'zh-Hans': '{count} 行的储存格多于栏数（{columns} 栏）。',
  },
  'missing-cell': {
    en: '{count} rows have fewer cells than there are columns ({columns}).',
    'zh-Hant': '{count} 行的儲存格少於欄數（{columns} 欄）。',
    'zh-Hans': '{count} 行的储存格少于栏数（{columns} 栏）。',
  },
  'encoding-error': {
    en: 'Nothing says in which encoding the file is written; it was read as {encoding}, which is a guess.',
    'zh-Hant': '沒有資料註明檔案所用的字元編碼；現以推測所得的 {encoding} 讀取。',
    'zh-Hans': '没有资料注明档案所用的字元编码；现以推测所得的 {encoding} 读取。',
  },
  'format-error': {
    en: 'The file was declared as {declared} but is {found}, and was read as such.',
    'zh-Hant': '檔案列明為 {declared}，實為 {found}，並已按後者讀取。',
    'zh-Hans': '档案列明为 {declared}，实为 {found}，并已按后者读取。',
  },
  'table-dimensions-error': {
    en: 'The table has no rows.',
    'zh-Hant': '表格沒有任何數據行。',
    'zh-Hans': '表格没有任何数据行。',
  },
  'type-error:type': {
    en: '{count} cells of “{field}” do not hold what its type {type} allows.',
    'zh-Hant': '「{field}」有 {count} 個儲存格的內容不符合 {type} 類型。',
    'zh-Hans': '「{field}」有 {count} 个储存格的内容不符合 {type} 类型。',
  },
  'unit-error:unit': {
    en: '{count} cells of “{field}” carry a unit of their own, other than the declared one ({unit}); their scale would be a guess.',
    'zh-Hant':
      '「{field}」有 {count} 個儲存格自帶與列明單位（{unit}）不同的單位，無法確定其數值大小。',
    'zh-Hans':
      '「{field}」有 {count} 个储存格自带与列明单位（{unit}）不同的单位，无法确定其数值大小。',
  },
  'constraint-error:required': {
    en: '{count} cells of “{field}” are empty, although every row must have one.',
    'zh-Hant': '「{field}」為必填欄目，但有 {count} 個儲存格沒有內容。',
    'zh-Hans': '「{field}」为必填栏目，但有 {count} 个储存格没有内容。',
  },
  'constraint-error:minLength': {
    en: '{count} cells of “{field}” are shorter than {minLength} characters.',
    'zh-Hant': '「{field}」有 {count} 個儲存格少於 {minLength} 個字元。',
    'zh-Hans': '「{field}」有 {count} 个储存格少于 {minLength} 个字元。',
  },
  'constraint-error:maxLength': {
    en: '{count} cells of “{field}” are longer than {maxLength} characters.',
    'zh-Hant': '「{field}」有 {count} 個儲存格多於 {maxLength} 個字元。',
    'zh-Hans': '「{field}」有 {count} 个储存格多于 {maxLength} 个字元。',
  },
  'constraint-error:minimum': {
    en: '{count} cells of “{field}” are below {minimum}.',
    'zh-Hant': '「{field}」有 {count} 個儲存格低於 {minimum}。',
    'zh-Hans': '「{field}」有 {count} 个储存格低于 {minimum}。',
  },
  'constraint-error:maximum': {
    en: '{count} cells of “{field}” are above {maximum}.',
    'zh-Hant': '「{field}」有 {count} 個儲存格高於 {maximum}。',
    'zh-Hans': '「{field}」有 {count} 个储存格高于 {maximum}。',
  },
  'constraint-error:pattern': {
    en: '{count} cells of “{field}” do not look as declared ({pattern}).',
    'zh-Hant': '「{field}」有 {count} 個儲存格不符合列明的格式（{pattern}）。',
    'zh-Hans': '「{field}」有 {count} 个储存格不符合列明的格式（{pattern}）。',
  },
  'constraint-error:enum': {
    en: '{count} cells of “{field}” hold none of the values declared for it: {enum}.',
    'zh-Hant': '「{field}」有 {count} 個儲存格的內容不在列明的數值之內：{enum}。',
    'zh-Hans': '「{field}」有 {count} 个储存格的内容不在列明的数值之内：{enum}。',
  },
  'primary-key-error': {
    en: '{count} rows repeat the key ({fields}) of an earlier row.',
    'zh-Hant': '{count} 行的主鍵（{fields}）與先前的行重複。',
    'zh-Hans': '{count} 行的主键（{fields}）与先前的行重复。',
  },
  'unique-error': {
    en: '{count} rows repeat a value of {fields} that must be unique.',
    'zh-Hant': '{fields} 的數值不得重複，但有 {count} 行重複。',
    'zh-Hans': '{fields} 的数值不得重复，但有 {count} 行重复。',
  },
  'future-period': {
    en: '{count} cells of “{field}” lie after {seenOn}, the day the file was fetched.',
    'zh-Hant': '「{field}」有 {count} 個儲存格的日期遲於擷取檔案當日（{seenOn}）。',
    'zh-Hans': '「{field}」有 {count} 个储存格的日期迟于撷取档案当日（{seenOn}）。',
  },
  'schema-change:added': {
    en: 'The column “{field}” is new, at the end.',
    'zh-Hant': '表格末端新增「{field}」一欄。',
    'zh-Hans': '表格末端新增「{field}」一栏。',
  },
  'schema-change:inserted': {
    en: 'The column “{field}” is new, between columns that readers know by their place.',
    'zh-Hant': '在原有欄目之間新增「{field}」一欄，會改變其他欄目的位置。',
    'zh-Hans': '在原有栏目之间新增「{field}」一栏，会改变其他栏目的位置。',
  },
  'schema-change:removed': {
    en: 'The column “{field}” of the version before is gone.',
    'zh-Hant': '上一版本的「{field}」一欄已被刪除。',
    'zh-Hans': '上一版本的「{field}」一栏已被删除。',
  },
  'schema-change:renamed': {
    en: 'The column “{field}” of the version before is now called “{to}”.',
    'zh-Hant': '上一版本的「{field}」一欄現改稱「{to}」。',
    'zh-Hans': '上一版本的「{field}」一栏现改称「{to}」。',
  },
  'schema-change:type': {
    en: 'The column “{field}” was of type {from} and is now of type {to}.',
    'zh-Hant': '「{field}」一欄的類型由 {from} 改為 {to}。',
    'zh-Hans': '「{field}」一栏的类型由 {from} 改为 {to}。',
  },
  'schema-change:order': {
    en: 'The columns are in another order than in the version before: “{field}” stands where “{expected}” was.',
    'zh-Hant': '欄目次序與上一版本不同：原為「{expected}」之處現為「{field}」。',
    'zh-Hans': '栏目次序与上一版本不同：原为「{expected}」之处现为「{field}」。',
  },
  'rows-vanished': {
    en: '{count} of the {before} rows of the version before are gone ({percent}%).',
    'zh-Hant': '上一版本的 {before} 行之中，有 {count} 行（{percent}%）不再出現。',
    'zh-Hans': '上一版本的 {before} 行之中，有 {count} 行（{percent}%）不再出现。',
  },
  'rows-jumped': {
    en: 'The table had {before} rows and now has {after}: a change by a factor of {factor} or more.',
    'zh-Hant': '表格由 {before} 行變為 {after} 行，相差達 {factor} 倍或以上。',
    'zh-Hans': '表格由 {before} 行变为 {after} 行，相差达 {factor} 倍或以上。',
  },
  'rows-fewer': {
    en: 'The table had {before} rows and now has {after}: more than {percentMax}% fewer.',
    'zh-Hant': '表格由 {before} 行減至 {after} 行，減幅超過 {percentMax}%。',
    'zh-Hans': '表格由 {before} 行减至 {after} 行，减幅超过 {percentMax}%。',
  },
  'column-emptied': {
    en: 'The column “{field}” held values in the version before and is now empty throughout.',
    'zh-Hant': '「{field}」一欄在上一版本載有數值，現時則全部空白。',
    'zh-Hans': '「{field}」一栏在上一版本载有数值，现时则全部空白。',
  },
  'cumulative-fall': {
    en: 'In {count} rows the total “{field}” is lower than in the version before. This is a break of the series that wants a note, not an error.',
    'zh-Hant':
      '有 {count} 行的累計數字「{field}」低於上一版本。這屬數列中斷，宜加註說明，並非錯誤。',
    'zh-Hans':
      '有 {count} 行的累计数字「{field}」低于上一版本。这属数列中断，宜加注说明，并非错误。',
  },
} as const satisfies Record<string, Wording>
