// The container of an .xls: a Compound File of version 3 ([MS-CFB]) with one stream in it.

const sectorBytes = 512
const idsPerSector = sectorBytes / 4
const headerFatIds = 109
// Smaller streams would have to lie in a stream of small sectors; ours are filled up instead, as
// readers of the stream stop at its last record.
const streamBytesMin = 4096

const freeSector = 0xffffffff
const endOfChain = 0xfffffffe
const fatSector = 0xfffffffd
const difatSector = 0xfffffffc

/** The bytes of a compound file that holds one stream, in pieces. */
export function* compoundFile(name: string, stream: readonly Uint8Array[]): Generator<Uint8Array> {
  const byteSize = stream.reduce((sum, piece) => sum + piece.length, 0)
  const streamSize = Math.max(byteSize, streamBytesMin)
  const streamSectors = Math.ceil(streamSize / sectorBytes)
  const {fat, difat} = tableSectors(streamSectors + 1)
  yield header(streamSectors, fat, difat)
  yield* stream
  yield new Uint8Array(streamSectors * sectorBytes - byteSize)
  yield directory(name, streamSize)
  yield* allocation(streamSectors, fat, difat)
}

/** Sectors for the tables that list all sectors, their own included. */
function tableSectors(others: number): {fat: number; difat: number} {
  let fat = 1
  for (;;) {
    const difat = Math.ceil(Math.max(0, fat - headerFatIds) / (idsPerSector - 1))
    const needed = Math.ceil((others + fat + difat) / idsPerSector)
    if (needed <= fat) return {fat, difat}
    fat = needed
  }
}

function header(streamSectors: number, fat: number, difat: number): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(sectorBytes))
  const firstFat = streamSectors + 1
  bytes.setUint32(0, 0xd0cf11e0)
  bytes.setUint32(4, 0xa1b11ae1)
  bytes.setUint16(24, 0x3e, true) // minor version
  bytes.setUint16(26, 3, true) // major version
  bytes.setUint16(28, 0xfffe, true) // little-endian
  bytes.setUint16(30, 9, true) // sectors of 2^9 bytes
  bytes.setUint16(32, 6, true) // small sectors of 2^6 bytes
  bytes.setUint32(44, fat, true)
  bytes.setUint32(48, streamSectors, true) // first sector of the directory
  bytes.setUint32(56, streamBytesMin, true)
  bytes.setUint32(60, endOfChain, true) // no small sectors
  bytes.setUint32(68, difat > 0 ? firstFat + fat : endOfChain, true)
  bytes.setUint32(72, difat, true)
  for (let index = 0; index < headerFatIds; index++)
    bytes.setUint32(76 + index * 4, index < fat ? firstFat + index : freeSector, true)
  return new Uint8Array(bytes.buffer)
}

function directory(name: string, streamSize: number): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(sectorBytes))
  const none = 0xffffffff
  const entries = [
    {name: 'Root Entry', type: 5, child: 1, start: endOfChain, size: 0},
    {name, type: 2, child: none, start: 0, size: streamSize},
    {name: '', type: 0, child: none, start: 0, size: 0},
    {name: '', type: 0, child: none, start: 0, size: 0},
  ]
  for (const [index, entry] of entries.entries()) {
    const at = index * 128
    for (let unit = 0; unit < entry.name.length; unit++)
      bytes.setUint16(at + unit * 2, entry.name.charCodeAt(unit), true)
    bytes.setUint16(at + 64, entry.name === '' ? 0 : entry.name.length * 2 + 2, true)
    bytes.setUint8(at + 66, entry.type)
    bytes.setUint8(at + 67, entry.type === 0 ? 0 : 1) // black, as trees of one node are
    bytes.setUint32(at + 68, none, true) // left sibling
    bytes.setUint32(at + 72, none, true) // right sibling
    bytes.setUint32(at + 76, entry.child, true)
    bytes.setUint32(at + 116, entry.start, true)
    bytes.setUint32(at + 120, entry.size, true)
  }
  return new Uint8Array(bytes.buffer)
}

/** For each sector, the one that follows it; then where these lists themselves lie. */
function allocation(streamSectors: number, fat: number, difat: number): Uint8Array[] {
  const ids = new Uint32Array(fat * idsPerSector).fill(freeSector)
  for (let sector = 0; sector < streamSectors; sector++) ids[sector] = sector + 1
  ids[streamSectors - 1] = endOfChain
  ids[streamSectors] = endOfChain // the directory
  const firstFat = streamSectors + 1
  ids.fill(fatSector, firstFat, firstFat + fat)
  ids.fill(difatSector, firstFat + fat, firstFat + fat + difat)

  const lists = new Uint32Array(difat * idsPerSector).fill(freeSector)
  for (let index = headerFatIds; index < fat; index++) {
    const slot = index - headerFatIds
    const list = Math.floor(slot / (idsPerSector - 1))
    lists[list * idsPerSector + (slot % (idsPerSector - 1))] = firstFat + index
  }
  for (let list = 0; list < difat; list++)
    lists[(list + 1) * idsPerSector - 1] = list + 1 < difat ? firstFat + fat + list + 1 : endOfChain
  return [littleEndian(ids), littleEndian(lists)]
}

function littleEndian(ids: Uint32Array): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(ids.length * 4))
  for (let index = 0; index < ids.length; index++) bytes.setUint32(index * 4, ids[index]!, true)
  return new Uint8Array(bytes.buffer)
}
