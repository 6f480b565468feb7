import type pg from 'pg'
import { newId } from '@/lib/kernel/ids'

const sentences = [
  'The keeper wrote that the glass had fallen all day, and that the gulls had gone inland before noon.',
  'I read this chapter twice; the second time I followed the tide table beside it, and it all fits.',
  'My grandmother remembered that winter. She said the road was ice from the chapel to the pier.',
  'Is there a picture of the lamp room somewhere? I would love to see how the clockwork was wound.',
]

/** Gives an English chapter, the newest or the one named, this many approved comments, every third a reply; answers its path. */
export async function aChapterWithComments(
  client: pg.Client,
  count: number,
  named?: string,
): Promise<string> {
  const { rows } = await client.query<{ id: string; chapter_id: string; slug: string }>(
    `select id, chapter_id, slug from published_edition where locale = 'en' and ($1::text is null or slug = $1)
     order by published_at desc, id limit 1`,
    [named ?? null],
  )
  const { id: edition, chapter_id: chapter, slug } = rows[0]!
  await client.query('begin')
  let last: string | null = null
  for (let number = 0; number < count; number++) {
    const comment = newId()
    const parent: string | null = number % 3 === 2 ? last : null
    await client.query(
      `insert into comment (id, chapter_id, edition_id, parent_id, status, name, email, text, locale, submission_key)
       values ($1, $2, $3, $4, 'approved', $5, 'reader@example.org', $6, 'en', $7)`,
      [
        comment,
        chapter,
        edition,
        parent,
        `Reader ${number + 1}`,
        `${sentences[number % 4]!} ${sentences[(number + 1) % 4]!}`,
        newId(),
      ],
    )
    last = comment
  }
  await client.query(`select pg_notify('site_changed', 'chapter:' || $1)`, [chapter])
  await client.query('commit')
  return `/en/chapters/${encodeURIComponent(slug)}`
}
