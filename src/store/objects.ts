/**
 * Bytes under a key, written once. Keys look like "versions/hk-itc-x/2026-11-23T101112Z/data.csv":
 * segments of letters, digits, "-", "_" and ".", none of them "." or "..".
 * Embedded: objects-folder.ts. Passes test/store/objects.contract.ts.
 */
export interface Objects extends ReadObjects {
  /**
   * Durable (file and folder synced) when the promise resolves. The same bytes again are harmless.
   * @throws Problem object-exists if the key holds other bytes: an object never changes
   */
  put(key: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<StoredObject>

  /** The same from a file of ours, which it may take away instead of copying. */
  putFile(key: string, path: string): Promise<StoredObject>

  /** Only for what no record names (a half-made version) and for lawful erasure. */
  remove(key: string): Promise<void>
}

/** The same bytes for those who may only look. */
export interface ReadObjects {
  /**
   * @param range first and last byte, both included, as in HTTP Range
   * @throws Problem object-missing
   */
  get(key: string, range?: readonly [first: number, last: number]): AsyncIterable<Uint8Array>

  /** @returns null if nothing is stored under the key */
  stat(key: string): Promise<{readonly byteSize: number} | null>

  /** Keys that begin with the prefix, sorted. */
  list(prefix: string): AsyncIterable<string>

  /** A path under which child processes can read the bytes; never to be written to. */
  localFile(key: string): Promise<string>
}

export interface StoredObject {
  readonly key: string
  readonly byteSize: number
  readonly checksum: string // sha256, hex
}
