import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { kindOf, type PictureKind } from './kind'
import { makePicture } from './make'
import * as damage from './testing/damage'
import { unpack } from './unpack'

const [width, height] = [40, 30]
// No part of it is like another: what is missing is seen.
const speckled = Buffer.from(
  Array.from({ length: width * height * 3 }, (_, place) => (place * place * 7) % 251),
)
const picture = () => sharp(speckled, { raw: { width, height, channels: 3 } })

const whole = {
  JPEG: await picture().jpeg().toBuffer(),
  'progressive JPEG': await picture().jpeg({ progressive: true }).toBuffer(),
  'JPEG of mozjpeg': await picture().jpeg({ mozjpeg: true }).toBuffer(),
  'grey JPEG': await picture().greyscale().jpeg().toBuffer(),
  PNG: await picture().png().toBuffer(),
  'interlaced PNG': await picture().png({ progressive: true }).toBuffer(),
  'PNG of 16 bits': await picture().toColourspace('rgb16').png().toBuffer(),
  'PNG with a palette': await picture().png({ palette: true, colours: 16 }).toBuffer(),
  GIF: await picture().gif().toBuffer(),
  WebP: await picture().webp().toBuffer(),
  'lossless WebP': await picture().webp({ lossless: true }).toBuffer(),
  AVIF: await picture().avif().toBuffer(),
}
type Name = keyof typeof whole

const seen = async (bytes: Buffer) => {
  const unpacked = await unpack(kindOf(bytes) as PictureKind, bytes, width).catch(() => undefined)
  return unpacked?.data
}
const missesNothing = async (name: Name, bytes: Buffer) => {
  const pixels = await seen(bytes)
  expect(pixels?.equals((await seen(whole[name]))!), `${name}: ${bytes.length} bytes`).toBe(true)
}
const names = Object.keys(whole) as Name[]
const { cutFileTo: cutTo, without, followedBy, endOfJpeg, pngWith } = damage

describe.each(names)('a %s', (name) => {
  const bytes = whole[name]

  test('is taken whole, also with something behind its end', async () => {
    expect((await seen(bytes))?.length).toBeGreaterThanOrEqual(width * height)
    for (const more of ['and more', Buffer.alloc(5_000), bytes])
      await missesNothing(name, followedBy(bytes, more))
  })

  test('is refused when it is cut off', async () => {
    for (const share of [0.1, 0.5, 0.9, 0.95])
      expect(await seen(cutTo(bytes, share)), `at ${share}`).toBeUndefined()
  })

  test('at whatever byte it is cut off, it is refused or shows everything', async () => {
    const all = (await seen(bytes))!
    const taken: number[] = []
    for (let missing = 20; missing > 0; missing--) {
      const pixels = await seen(without(bytes, missing))
      if (pixels) expect(pixels.equals(all), `${missing} bytes missing`).toBe(true)
      if (pixels) taken.push(missing)
    }
    // The mark of the end says nothing about pixels: of a JPEG or GIF two bytes, of a PNG a chunk of twelve.
    const most = name.includes('JPEG') || name === 'GIF' ? 2 : name.includes('PNG') ? 12 : 0
    expect(most === 0 ? taken : taken.slice(-most)).toEqual(
      Array.from({ length: most }, (_, place) => most - place),
    )
  })
})

// As printers send it: with the mark of Adobe that says that it is inverted.
test('a JPEG in CMYK is taken, and refused when it is cut off', async () => {
  const bytes = await picture().toColourspace('cmyk').jpeg().toBuffer()
  expect((await seen(bytes))?.length).toBe(width * height * 3)
  expect(await seen(cutTo(bytes, 0.5))).toBeUndefined()
})

describe('a JPEG that decoders warn of', () => {
  const { withOddScan, withStrayBytes, withHeight } = damage

  test.each([
    ['odd fields of its scan', withOddScan(whole.JPEG)],
    ['odd fields and no end', without(withOddScan(whole.JPEG), 2)],
    ['odd fields and something behind its end', followedBy(withOddScan(whole.JPEG), 'x'.repeat(500))],
    ['bytes that belong to nothing', withStrayBytes(whole.JPEG)],
    ['half a mark of its end', without(whole.JPEG, 1)],
    ['more bytes before the mark of its end', followedBy(without(whole.JPEG, 2), 'x', endOfJpeg)],
  ])('with %s is taken', (_name, bytes) => missesNothing('JPEG', bytes))

  test.each([
    ['odd fields, cut off', cutTo(withOddScan(whole.JPEG), 0.5)],
    ['a mark of the end where it was cut off', followedBy(cutTo(whole.JPEG, 0.5), endOfJpeg)],
    ['a mark of the end near its end', followedBy(cutTo(whole.JPEG, 0.95), endOfJpeg)],
    [
      'odd fields and a mark of the end where it was cut off',
      followedBy(cutTo(withOddScan(whole.JPEG), 0.5), endOfJpeg),
    ],
    ['fewer lines than it says', withHeight(whole.JPEG, 2 * height)],
    ['half of its scans', followedBy(cutTo(whole['progressive JPEG'], 0.6), endOfJpeg)],
    ['nothing but marks', Buffer.concat(Array<Buffer>(2_000).fill(Buffer.from([0xff, 0xd8, 0xff, 0xda])))],
  ])('with %s is refused', async (_name, bytes) => expect(await seen(bytes)).toBeUndefined())

  test('cut off between two scans of a progressive one, it is refused', async () => {
    const bytes = whole['progressive JPEG']
    const marks = [...bytes.entries()].flatMap(([at, byte]) =>
      byte === 0xff && [0xc4, 0xda].includes(bytes[at + 1]!) ? [at] : [],
    )
    expect(marks.length).toBeGreaterThan(10)
    for (const at of marks) expect(await seen(bytes.subarray(0, at)), `at ${at}`).toBeUndefined()
  })
})

describe('a PNG that decoders warn of', () => {
  const png = whole['interlaced PNG']
  const text = ['tEXt', Buffer.from('a\0b')] as [string, Buffer]

  test.each([
    ['a wrong sum over a remark', pngWith(png, ([head, ...rest]) => [head!, text, ...rest], ['tEXt'])],
    ['a wrong sum over its end', pngWith(png, (chunks) => chunks, ['IEND'])],
    [
      'a wrong sum over its pixels',
      pngWith(
        png,
        ofPixels((data) => changed(data, data.length - 1)),
      ),
    ],
    [
      'no sum over its pixels',
      pngWith(
        png,
        ofPixels((data) => without(data, 4)),
      ),
    ],
    ['its pixels in many parts', pngWith(png, inParts)],
  ])('with %s is taken', (_name, bytes) => missesNothing('interlaced PNG', bytes))

  test.each([
    ['a part of the pixels that was changed on its way', pngWith(png, (chunks) => chunks, ['IDAT'])],
    [
      'half of the pixels, packed with care',
      pngWith(
        png,
        ofPixels((data) => cutTo(data, 0.5)),
      ),
    ],
    ['a header that was changed on its way', pngWith(png, (chunks) => chunks, ['IHDR'])],
    ['no pixels', pngWith(png, (chunks) => chunks.filter(([type]) => type !== 'IDAT'))],
    [
      'lengths that lead nowhere',
      followedBy(png.subarray(0, 33), Buffer.alloc(4, 0xff), 'IDAT', Buffer.alloc(99)),
    ],
  ])('with %s is refused', async (_name, bytes) => expect(await seen(bytes)).toBeUndefined())
})

type Chunks = [string, Buffer][]
function ofPixels(change: (data: Buffer) => Buffer) {
  return (chunks: Chunks): Chunks =>
    chunks.map(([type, data]) => [type, type === 'IDAT' ? change(data) : data])
}
function inParts(chunks: Chunks): Chunks {
  return chunks.flatMap(([type, data]): Chunks => {
    if (type !== 'IDAT') return [[type, data]]
    return Array.from({ length: Math.ceil(data.length / 50) }, (_, part) => [
      type,
      data.subarray(part * 50, part * 50 + 50),
    ])
  })
}
function changed(data: Buffer, at: number) {
  const other = Buffer.from(data)
  other[at]! ^= 1
  return other
}

describe('a picture that moves', () => {
  const refusal = async (bytes: Buffer) => {
    const made = await makePicture(bytes)
    return made.ok ? 'taken' : made.refusal
  }
  const frames = (length: number) =>
    sharp(
      Buffer.concat(Array.from({ length }, (_, frame) => speckled.map((value) => value ^ (frame * 64)))),
      {
        raw: { width, height: height * length, channels: 3, pageHeight: height },
      },
    )

  test('is refused in every format that can', async () => {
    expect(await refusal(damage.movingPng(whole.PNG, 3))).toBe('picture-moving')
    expect(await refusal(damage.movingPng(whole.PNG, 2, true))).toBe('picture-moving')
    expect(await refusal(damage.movingPng(whole.PNG, 1, true))).toBe('picture-moving')
    expect(await refusal(damage.asSequence(whole.AVIF))).toBe('picture-moving')
    expect(await refusal(await frames(2).gif().toBuffer())).toBe('picture-moving')
    expect(await refusal(await frames(2).webp().toBuffer())).toBe('picture-moving')
  })

  test('with a single frame is a still', async () => {
    expect(await refusal(damage.movingPng(whole.PNG, 1))).toBe('taken')
    expect(await refusal(await frames(1).gif().toBuffer())).toBe('taken')
    expect(await refusal(await frames(1).webp().toBuffer())).toBe('taken')
  })
})

test('a file that claims to be huge is refused before it is unpacked', async () => {
  const png = pngWith(whole.PNG, ([[type, head] = ['IHDR', Buffer.alloc(13)], ...rest]) => {
    const huge = Buffer.from(head)
    huge.writeUInt32BE(60_000, 0)
    huge.writeUInt32BE(60_000, 4)
    return [[type, huge], ...rest]
  })
  const jpeg = damage.withHeight(whole.JPEG, 65_000)
  for (const bytes of [png, jpeg])
    expect(await makePicture(bytes)).toEqual({ ok: false, refusal: 'picture-pixels' })
})

describe('a drawing on nothing', () => {
  const drawing = (colour: string) =>
    sharp(
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80"><circle cx="60" cy="40" r="30" fill="none" stroke="${colour}" stroke-width="4"/></svg>`,
      ),
    )
      .png()
      .toBuffer()
  const made = async (bytes: Buffer) => {
    const outcome = await makePicture(bytes)
    if (!outcome.ok) throw new Error(outcome.refusal)
    const { plain, files } = outcome.value
    const corner = await sharp(files.find(({ format }) => format === plain)!.bytes)
      .ensureAlpha()
      .extract({ left: 0, top: 0, width: 1, height: 1 })
      .raw()
      .toBuffer()
    return { plain, ground: corner[3] === 0 ? 'none' : corner[0]! < 60 ? 'dark' : 'light' }
  }

  test('stays one where it is dark or coloured, and the page lays light paper below it', async () => {
    for (const colour of ['#000', '#a33', '#888', '#ff0', '#8cf'])
      expect(await made(await drawing(colour)), colour).toEqual({ plain: 'png', ground: 'none' })
  })

  test('gets the dark ground that it was made for where nobody would see it on light paper', async () => {
    for (const colour of ['#fff', '#f4f0e8', '#ddd'])
      expect(await made(await drawing(colour)), colour).toEqual({ plain: 'jpg', ground: 'dark' })
  })

  test('that nobody would see on any ground stays as it is', async () => {
    const nothing = {
      width: 20,
      height: 20,
      channels: 4,
      background: { r: 255, g: 255, b: 255, alpha: 0 },
    } as const
    expect(await made(await sharp({ create: nothing }).png().toBuffer())).toEqual({
      plain: 'png',
      ground: 'none',
    })
  })
})
