import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { locales } from '@/lib/i18n/locales'
import { seed } from '@/prisma/seed'
import { chaptersOf } from '../reading/list-queries'
import { publishedChapter } from '../reading/queries'

test('an empty database gets the sample chapters, once', async () => {
  expect(await Promise.all([seed(db), seed(db)])).toEqual(expect.arrayContaining([true, false]))
  expect(await seed(db)).toBe(false)

  const [cards] = await db.$queryRaw<{ asked: number }[]>`
    select count(*)::int as asked from pgboss.job where name = 'make-card'
      and (data->>'editionId')::uuid in (select edition_id from publication)`
  expect(cards).toEqual({ asked: 8 })

  const counts = locales.map(async (locale) => (await chaptersOf(locale))!.total)
  expect(await Promise.all(counts)).toEqual([4, 3, 1])
  const chapter = await publishedChapter('ja', '最初の夜')
  expect(chapter?.html).toContain('<ruby>')
  expect(chapter?.next?.title).toBe('霧は何でできているか')
  expect(await db.comment.count({ where: { status: 'pending' } })).toBe(1)
})
