const lineMax = 100

/** Rows as columns: each as wide as its widest cell, the last one wrapped under itself. */
export function columns(rows: readonly (readonly string[])[], indent = ''): string {
  const count = Math.max(0, ...rows.map(row => row.length))
  const widths = Array.from({length: count}, (_, at) =>
    Math.max(0, ...rows.map(row => width(row[at] ?? ''))),
  )
  const lead = indent.length + widths.slice(0, -1).reduce((sum, one) => sum + one + 2, 0)
  return rows
    .map(row => {
      const cells = row
        .slice(0, -1)
        .map((cell, at) => cell + ' '.repeat(widths[at]! - width(cell) + 2))
      const last = wrapped(row.at(-1) ?? '', Math.max(30, lineMax - lead))
      return `${indent}${cells.join('')}${last.replaceAll('\n', `\n${' '.repeat(lead)}`)}`.trimEnd()
    })
    .join('\n')
}

/** How many columns of a terminal a text takes: a Han character takes two. */
export function width(text: string): number {
  let sum = 0
  for (const character of text)
    sum += /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u.test(character) ? 2 : 1
  return sum
}

/** A paragraph in lines of at most so many columns. */
export function wrapped(text: string, columnsMax = lineMax): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && width(line) + 1 + width(word) <= columnsMax)
      lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}

/** "1 version", "55 versions". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
