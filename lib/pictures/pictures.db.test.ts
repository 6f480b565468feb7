import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { anActor } from '@/lib/db/testing/factories'
import { NotAllowed } from '@/lib/people/permissions'
import { keepPicture } from './commands'
import { pictureFile } from './queries'
import { aPhoto } from './testing/a-photo'

test('a picture that ten bring at once is kept once, without what the camera wrote', async () => {
  const [editor, photo] = [await anActor('editor'), await aPhoto()]
  const answers = await Promise.all(Array.from({ length: 10 }, () => keepPicture(editor, photo)))
  const [first] = answers
  if (!first?.ok) throw new Error('not kept')
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(first.value).toMatchObject({ width: 640, height: 400, plain: 'jpg' })
  const files = await db.pictureFile.findMany({ where: { hash: first.value.hash } })
  expect(files.map(({ width, format }) => `${width}.${format}`).sort()).toEqual([
    ...['480.avif', '480.jpg', '480.webp', '640.avif', '640.jpg', '640.webp'],
  ])
  for (const { bytes } of files) expect(Buffer.from(bytes).includes('Secret camera')).toBe(false)
  expect(photo.includes('Secret camera')).toBe(true)
  const file = { hash: first.value.hash, width: 480, format: 'webp' } as const
  expect((await pictureFile(file))?.subarray(8, 12).toString()).toBe('WEBP')
  expect(await pictureFile({ ...file, width: 481 })).toBeUndefined()
})

test('who does not write chapters brings no pictures', async () => {
  const photo = await aPhoto({ shade: 10 })
  await expect(keepPicture(undefined, photo)).rejects.toThrow(NotAllowed)
  await expect(keepPicture({ role: 'system', rule: 'sample' }, photo)).rejects.toThrow(NotAllowed)
})

test('what is refused leaves nothing', async () => {
  const before = await db.picture.count()
  const refused = await keepPicture(await anActor('admin'), Buffer.from('<svg onload="alert(1)"/>'))
  expect(refused).toEqual({ ok: false, refusal: 'picture-svg' })
  expect(await db.picture.count()).toBe(before)
})
