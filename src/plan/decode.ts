import {Problem} from '../text/problem.ts'

// The longest plan seen has 15 KB; a megabyte and more is something else.
const bytesMax = 4 * 1024 * 1024

/**
 * The text of a plan document: UTF-8, or UTF-16 with its mark. Nothing else is guessed at.
 * @throws Problem plan-too-large, plan-not-text
 */
export function decodePlan(file: string, bytes: Uint8Array): string {
  if (bytes.byteLength > bytesMax)
    throw new Problem('plan-too-large', {file, bytes: bytes.byteLength, max: bytesMax})
  try {
    const text = new TextDecoder(encodingOf(bytes), {fatal: true}).decode(bytes)
    // A binary file can be valid UTF-8 by accident, but not without control characters.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    if (!/[\u0000-\u0008\u000e-\u001f]/.test(text)) return text
  } catch {
    // Falls to the problem below, which says the same of both.
  }
  throw new Problem('plan-not-text', {file})
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}
