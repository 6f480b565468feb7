import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { expect, test, vi } from 'vitest'
import { makePicture } from './make'

vi.mock('./rules', async (original) => {
  const rules = await original<typeof import('./rules')>()
  return { ...rules, pictureLimits: { ...rules.pictureLimits, fileBytes: 2_000 } }
})

const picture = (pixels: Buffer) =>
  sharp(pixels, { raw: { width: 64, height: 64, channels: 3 } })
    .png()
    .toBuffer()

test('a picture whose files take more room than one may is refused, and not stored in part', async () => {
  expect(await makePicture(await picture(randomBytes(64 * 64 * 3)))).toEqual({
    ok: false,
    refusal: 'picture-dense',
  })
  expect(await makePicture(await picture(Buffer.alloc(64 * 64 * 3, 99)))).toMatchObject({ ok: true })
})
