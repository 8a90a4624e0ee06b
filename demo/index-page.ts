import {escaped} from './encode.ts'
import type {Prepared} from './prepare.ts'

/** The stand-in's front page: says what this is before it says what is here. */
export function indexPage({answers, pages, shelfFiles, ledgerTables}: Prepared): string {
  const links = [...answers, ...pages]
    .map(({path}) => path)
    .sort()
    .map(path => `<li><a href="${escaped(path)}">${escaped(path)}</a></li>`)
  const list = (items: readonly string[]) =>
    items.map(item => `<li>${escaped(item)}</li>`).join('\n')
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Stand-in for departments' servers: sample data</title></head>
<body>
<h1>This is a stand-in</h1>
<p>It plays the servers of several departments so that Kept can be tried without them.
It belongs to no department and speaks for none. Except where a table says that it was really
published, every row here is invented sample data.</p>
<p lang="zh-Hant">這是部門伺服器的替身，供試用 Kept 之用，不屬於任何部門，亦不代表任何部門。
除註明曾實際公布的表格外，此處所有資料均為虛構的樣本。</p>
<p lang="zh-Hans">这是部门伺服器的替身，供试用 Kept 之用，不属于任何部门，亦不代表任何部门。
除注明曾实际公布的表格外，此处所有资料均为虚构的样本。</p>
<h2>Over HTTP</h2>
<ul>
${links.join('\n')}
</ul>
<h2>Files on the shelf</h2>
<ul>
${list(shelfFiles)}
</ul>
<h2>Tables in the ledger</h2>
<ul>
${list(ledgerTables)}
</ul>
</body>
</html>
`
}
