const decimal = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/
const plainInteger = /^(?:0|-?[1-9]\d*)$/
const json = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

// Beyond the range of doubles nothing but a slip has such an exponent.
const exponentMax = 400

/**
 * The one way to write a number: no exponent, no plus, no zeros that mean nothing; "-0" is "0".
 * Exact, whatever its length.
 * @returns null if the text is not a finite decimal number
 */
export function plainDecimal(text: string): string | null {
  if (plainInteger.test(text)) return text
  const match = decimal.exec(text)
  if (!match) return null
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
  if (whole === '' && fraction === '') return null
  const shift = Number(exponent)
  if (Math.abs(shift) > exponentMax) return null
  const digits = whole + fraction
  const point = whole.length + shift
  const before = point > 0 ? digits.slice(0, point).padEnd(point, '0') : ''
  const after = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits
  const left = before.replace(/^0+/, '') || '0'
  const right = trimZeros(after)
  const plain = right === '' ? left : `${left}.${right}`
  return sign === '-' && plain !== '0' ? `-${plain}` : plain
}

/** Without a regular expression: /0+$/ takes quadratic time on long runs of zeros. */
function trimZeros(digits: string): string {
  let end = digits.length
  while (end > 0 && digits[end - 1] === '0') end--
  return digits.slice(0, end)
}

/** A number as a JSON literal with all its digits; null if it has none (NaN, INF). */
export function jsonNumber(text: string): string | null {
  return json.test(text) ? text : plainDecimal(text)
}

// Excel keeps and shows 15 significant digits of a number.
const excelDigits = 15

/** The number as a double, if a workbook can hold all its digits; null if it must be text there. */
export function excelNumber(text: string): number | null {
  const plain = plainDecimal(text)
  if (plain === null) return null
  const digits = trimZeros(plain.replace(/[-.]/g, '').replace(/^0+/, ''))
  if (digits.length > excelDigits) return null
  const number = Number(plain)
  if (number !== 0 && (Math.abs(number) < 1e-300 || Math.abs(number) > 1e300)) return null
  return plainDecimal(String(number)) === plain ? number : null
}
