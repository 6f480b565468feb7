import { newId } from '@/lib/kernel/ids'
import { locales } from '@/lib/i18n/locales'
import type { Site } from '../site'

/** What pulls pages apart: no place to break a line, signs that stand high, names that run against their line. */
export const wide = {
  word: 'W'.repeat(200),
  name: 'Ö'.repeat(90),
  tag: 'x'.repeat(80),
  address: `https://example.org/${'a'.repeat(180)}`,
  vowels: 'اللَّيْلَةُ الأُولَى فِي المَنَارَةِ المُضِيئَةِ عَلَى الصَّخْرَةِ',
}
const tags = [wide.tag, 'C++', '(Ada)', 'منارة', '灯台']
const series = { slug: 'wide', title: 'S'.repeat(200) }
export const widePaths = locales.flatMap((locale) => [
  `/${locale}`,
  ...[1, 2, 3].map((number) => `/${locale}/chapters/wide-${number}`),
  `/${locale}/series`,
  `/${locale}/series/${series.slug}`,
  `/${locale}/tags`,
  ...tags.map((_, place) => `/${locale}/tags/wide-${place}`),
  `/${locale}/archive`,
  `/${locale}/most-read`,
  `/${locale}/rankings`,
  `/${locale}/search?q=${wide.word.slice(0, 90)}`,
  `/${locale}/chapters/wide-none`,
])

/** Adds three chapters in every language whose every word is one of those, with comments, rankings and word rules. */
export async function addWideWords(site: Site): Promise<{ editionId: string; commentId: string }> {
  const { query } = site
  const seriesId = newId()
  await query('insert into series (id, slug) values ($1, $2)', [seriesId, series.slug])
  const tagIds: Record<string, string[]> = {}
  for (const locale of locales) {
    await query('insert into series_title (series_id, locale, title) values ($1, $2, $3)', [
      ...[seriesId, locale, series.title],
    ])
    tagIds[locale] = []
    for (const [place, name] of tags.entries()) {
      const id = newId()
      await query('insert into tag (id, locale, slug, name) values ($1, $2, $3, $4)', [
        id,
        locale,
        `wide-${place}`,
        name,
      ])
      tagIds[locale].push(id)
    }
  }
  const html = `<h2>${wide.word}</h2><p>${'霧は灯台の窓を白く塗った。'.repeat(3)}${wide.address}にある。</p><p><a href="${wide.address}" rel="noopener">${wide.address}</a> ${wide.vowels}</p><blockquote><p>${wide.word}</p></blockquote><ul><li><p>${wide.word}</p></li></ul><pre tabindex="0"><code>${wide.word}</code></pre><p><code>${wide.word}</code></p>`
  let first: { editionId: string; commentId: string } | undefined
  for (const [place, title] of [wide.word, wide.vowels, 'C++ (2)'].entries()) {
    const chapterId = newId()
    await query('insert into chapter (id, series_id, number, source) values ($1, $2, $3, $4)', [
      ...[chapterId, seriesId, place + 1, `Logbook (3), ${wide.address}`],
    ])
    await query(
      `insert into ranking_fact (id, chapter_id, kind, subject, place, service, source_url, as_of)
       values ($1, $2, 'hashtag', $3, 1, $4, $5, '2026-01-02')`,
      [newId(), chapterId, wide.word, 'V'.repeat(80), wide.address],
    )
    for (const locale of locales) {
      const [editionId, revisionId, commentId] = [newId(), newId(), newId()]
      await query(
        'insert into edition (id, chapter_id, locale, slug, translator) values ($1, $2, $3, $4, $5)',
        [...[editionId, chapterId, locale, `wide-${place + 1}`, wide.name]],
      )
      await query(
        `insert into revision (id, edition_id, number, title, summary, doc, html, text) values ($1, $2, 1, $3, $4, $5, $6, $7)`,
        [
          ...[revisionId, editionId, title, wide.word],
          ...[
            { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: wide.word }] }] },
          ],
          ...[html, wide.word],
        ],
      )
      for (const tagId of tagIds[locale]!)
        await query('insert into edition_tag (edition_id, tag_id) values ($1, $2)', [editionId, tagId])
      await query('insert into publication (edition_id, revision_id, publish_at) values ($1, $2, now())', [
        ...[editionId, revisionId],
      ])
      for (const status of ['approved', 'pending'])
        await query(
          `insert into comment (id, chapter_id, edition_id, status, name, email, url, text, locale, submission_key)
           values ($1, $2, $3, $4::comment_status, $5, $6, $7, $8, $9, $10)`,
          [
            ...[status === 'pending' ? commentId : newId(), chapterId, editionId, status, wide.name],
            ...[
              `${'e'.repeat(60)}@example.org`,
              wide.address,
              `${wide.word}\n${wide.address}\n${wide.vowels}`,
            ],
            ...[locale, newId()],
          ],
        )
      first ??= { editionId, commentId }
    }
  }
  await query(
    `insert into word_rule (id, list, pattern, folded, note) values ($1, 'moderation', $2, $2, $3)`,
    [newId(), 'w'.repeat(180), 'N'.repeat(300)],
  )
  await query('update person set name = $1', [wide.name])
  return first!
}
