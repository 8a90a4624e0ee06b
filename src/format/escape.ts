// XML 1.0 has no way to write most control characters. Office Open XML writes them as _xHHHH_ and
// shields what already looks like that with _x005F_ (ST_Xstring, ECMA-376 part 1, 22.9.2.19). We do
// the same in our own XML, so that every cell survives.

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones XML cannot hold
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: a carriage return would become a line feed
const special = /[&<>\r]|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_/

/** Text between tags. */
export function xmlText(text: string): string {
  if (!special.test(text)) return text
  return text
    .replace(
      unwritable,
      character => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;') // for the > of ]]>
    .replaceAll('\r', '&#13;')
}

/** Text inside the quotation marks of an attribute, where a bare tab or line end would become a space. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;')
}

/** Reads _xHHHH_ back. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}
