/** What one fetch may cost. Nothing from outside is without a limit. */
export interface Limits {
  readonly connectSeconds: number
  readonly firstByteSeconds: number
  readonly idleSeconds: number
  readonly totalSeconds: number
  readonly redirectsMax: number
  readonly pagesMax: number
  /** A page with a next link is read whole to find it. */
  readonly pageBytesMax: number
  /** Where the source sets no maxBytes. */
  readonly bytesMax: number
}

const mebibyte = 1024 * 1024

export const defaultLimits: Limits = {
  connectSeconds: 15,
  // Generous: some file servers build the whole file before they send its first byte.
  firstByteSeconds: 120,
  idleSeconds: 60,
  totalSeconds: 600,
  redirectsMax: 5,
  pagesMax: 1000,
  pageBytesMax: 8 * mebibyte,
  bytesMax: 256 * mebibyte,
}
