import { noise, type Mended } from './mended'

/**
 * A JPEG whose decoder complains, without what follows its last scan and with the mark of its end. Nothing when it is
 * cut off between its scans or before them. Whether the last scan is whole, its bytes do not say: a decoder does.
 */
export function mendJpeg(bytes: Buffer): Mended | undefined {
  const scans = scansOf(bytes)
  if (!scans || scans.end === undefined || (!scans.saysItsEnd && isCoarse(bytes, scans.starts)))
    return undefined
  const data = bytes.subarray(0, scans.end)
  return { bytes: Buffer.concat([data, end]), withMore: Buffer.concat([data, more, end]) }
}

const marker = { start: 0xff, end: 0xd9, scan: 0xda, progressive: 0xc2 }
const end = Buffer.from([marker.start, marker.end])
const more = noise(2_048)

interface Scans {
  /** Where the header of each scan begins, behind its marker; that of the frame is the first. */
  starts: { at: number; isFrame: boolean; isProgressive: boolean }[]
  end?: number
  saysItsEnd: boolean
}

/** Goes from marker to marker (ITU-T T.81, B.1). Nothing when the file ends within a segment. */
function scansOf(bytes: Buffer): Scans | undefined {
  const found: Scans = { starts: [], saysItsEnd: false }
  let at = 2
  while (at < bytes.length) {
    at = bytes.indexOf(marker.start, at)
    if (at < 0 || at + 1 >= bytes.length) return found
    const kind = bytes[at + 1]!
    if (kind === marker.end) return { ...found, saysItsEnd: true }
    if (kind === marker.start) at++
    else if (standsAlone(kind)) at += 2
    else {
      if (at + 4 > bytes.length) return undefined
      const isFrame = kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind)
      if (isFrame || kind === marker.scan)
        found.starts.push({ at: at + 4, isFrame, isProgressive: kind === marker.progressive })
      at += 2 + bytes.readUInt16BE(at + 2)
      if (at > bytes.length) return undefined
      if (kind === marker.scan) found.end = at = endOfScan(bytes, at)
    }
  }
  return found
}

const standsAlone = (kind: number) => kind <= 0x01 || (kind >= 0xd0 && kind <= 0xd7)

function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(marker.start, from); at >= 0; at = bytes.indexOf(marker.start, at + 1)) {
    const next = bytes[at + 1]
    // The file ends with half a marker.
    if (next === undefined) return at
    if (!standsAlone(next) && next !== marker.start) return at
  }
  return bytes.length
}

/**
 * Are there scans to come that make the picture finer? A progressive one sends its coefficients by bands and bits
 * (ITU-T T.81, G.1); it is whole when the last bit of each has been sent.
 */
function isCoarse(bytes: Buffer, starts: Scans['starts']): boolean {
  const frame = starts.find(({ isFrame }) => isFrame)
  if (!frame?.isProgressive) return false
  const components = bytes[frame.at + 5] ?? 0
  const exact = new Set<number>()
  for (const { at } of starts.filter(({ isFrame }) => !isFrame)) {
    const count = bytes[at] ?? 0
    const [first = 0, last = 0, bits = 0] = bytes.subarray(at + 1 + 2 * count)
    if ((bits & 15) !== 0) continue
    for (let component = 0; component < count; component++)
      for (let place = first; place <= Math.min(last, 63); place++)
        exact.add(bytes[at + 1 + 2 * component]! * 64 + place)
  }
  return exact.size < components * 64
}
