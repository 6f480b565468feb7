import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { kindOf } from './kind'
import { makePicture } from './make'
import { pictureLimits, widthsOf } from './rules'

const solid = (width: number, height: number, alpha = 1) =>
  sharp({ create: { width, height, channels: 4, background: { r: 160, g: 60, b: 40, alpha } } })

describe('what is made', () => {
  test('every width as AVIF, WebP and JPEG, with nothing in them but pixels, upright', async () => {
    // A photograph of 900×600 that says: turn me by a quarter; I was taken here, by this camera.
    const photo = await solid(900, 600)
      .removeAlpha()
      .withExif({
        IFD0: { Make: 'Secret camera', Orientation: '6' },
        IFD3: { GPSLatitude: '51/1 30/1 0/1', GPSLatitudeRef: 'N' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect((await sharp(photo).metadata()).exif).toBeDefined()
    const made = await makePicture(photo)
    if (!made.ok) throw new Error(made.refusal)
    expect(made.value).toMatchObject({ width: 600, height: 900, plain: 'jpg' })
    expect(made.value.files.map(({ width, format }) => `${width}.${format}`)).toEqual([
      ...['480.avif', '480.webp', '480.jpg', '600.avif', '600.webp', '600.jpg'],
    ])
    for (const { bytes, width, format } of made.value.files) {
      const facts = await sharp(bytes).metadata()
      expect(facts).toMatchObject({ width, height: width * 1.5 })
      expect([facts.exif, facts.xmp, facts.iptc, facts.orientation], format).toEqual(Array(4).fill(undefined))
      expect(bytes.includes('Secret camera')).toBe(false)
    }
  })

  test('a picture with transparent parts keeps them', async () => {
    const made = await makePicture(await solid(20, 10, 0.4).png().toBuffer())
    if (!made.ok) throw new Error(made.refusal)
    expect(made.value.plain).toBe('png')
    for (const { bytes } of made.value.files) expect((await sharp(bytes).metadata()).hasAlpha).toBe(true)
  })

  test('widths never exceed what there is', () => {
    expect([1, 480, 500, 900, 1360, 5_000].map(widthsOf)).toEqual([
      ...[[1], [480], [500], [480, 900], [480, 800, 1360], [480, 800, 1360]],
    ])
  })
})

describe('what is refused', () => {
  test.each([
    ['text', Buffer.from('GIF or not?'), 'picture-type'],
    ['nothing', Buffer.alloc(0), 'picture-type'],
    [
      'a drawing',
      Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
      'picture-svg',
    ],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'picture-type'],
    ['only the first bytes of a JPEG', Buffer.from('ffd8ffe000104a464946', 'hex'), 'picture-broken'],
    ['too many bytes', Buffer.alloc(pictureLimits.bytes + 1), 'picture-large'],
  ])('%s', async (_what, bytes, refusal) => {
    expect(await makePicture(bytes)).toEqual({ ok: false, refusal })
  })

  test('a picture that is cut off', async () => {
    const whole = await solid(300, 300).removeAlpha().jpeg().toBuffer()
    expect(await makePicture(whole.subarray(0, whole.length / 2))).toEqual({
      ok: false,
      refusal: 'picture-broken',
    })
  })

  test('a small file that unpacks to more pixels than fit, before it is unpacked', async () => {
    const bomb = await sharp({ create: { width: 11_000, height: 5_000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await makePicture(bomb)).toEqual({ ok: false, refusal: 'picture-pixels' })
    const ribbon = await sharp({ create: { width: 2, height: 13_000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    expect(await makePicture(ribbon)).toEqual({ ok: false, refusal: 'picture-pixels' })
  })

  test('a moving picture', async () => {
    const frames = await sharp(
      [await solid(9, 9).png().toBuffer(), await solid(9, 9, 0.2).png().toBuffer()],
      { join: { animated: true } },
    )
      .gif()
      .toBuffer()
    expect(await makePicture(frames)).toEqual({ ok: false, refusal: 'picture-moving' })
  })
})

test('the bytes decide what a file is', async () => {
  for (const kind of ['jpeg', 'png', 'webp', 'gif', 'avif'] as const)
    expect(kindOf(await solid(8, 8).toFormat(kind).toBuffer())).toBe(kind)
})
