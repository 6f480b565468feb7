import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { anActor, anEdition } from '@/lib/db/testing/factories'
import { readAsWhole } from '@/lib/db/testing/plans'
import { fillWithChapters } from '@/scripts/figures/fill-with-chapters'
import { seriesChoices, seriesWith } from './queries'

beforeAll(async () => {
  await fillWithChapters(2_000, { short: 12, long: 60 })
  await db.$executeRaw`vacuum analyze`
})

describe('a series to write in', () => {
  test('is one of the newest, or found by its words', async () => {
    const [editor, edition] = [await anActor('editor'), await anEdition()]
    const newest = await seriesChoices(editor)
    expect(newest.length).toBeLessThanOrEqual(20)
    const { series } = await db.chapter.findUniqueOrThrow({
      where: { id: edition.chapterId },
      select: { series: { select: { slug: true, titles: true } } },
    })
    expect(newest[0]).toMatchObject({ slug: series.slug, nextNumber: 2 })
    const found = await seriesChoices(editor, series.titles[0]!.title.toUpperCase())
    expect(found.map(({ slug }) => slug)).toContain(series.slug)
    expect(found.length).toBeLessThanOrEqual(20)
    expect(await seriesChoices(editor, 'found nowhere')).toEqual([])
  })

  test('no table is read as a whole for it', async () => {
    expect(await readAsWhole(seriesWith('found nowhere'), ['chapter', 'desk_edition'])).toEqual([])
  })
})
