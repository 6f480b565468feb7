import type { PublishedChapter } from '@/lib/chapters/published'
import type { ThreadPage } from '@/lib/comments/queries'
import { chapterPath, commentPath, homePath, seriesPath, translatorPath } from '@/lib/i18n/paths'
import { words } from '@/lib/i18n/words'
import { cardPath } from '@/lib/pictures/rules'
import { chapterData, inPage } from '@/lib/syndication/json-ld'
import { siteAddress } from './site-address'

// A page need not say everything twice: the first comments show what kind of answers there are.
const shown = { comments: 5, letters: 200 }

/** A chapter and its comments as facts for search engines, ready to stand in its page. */
export function factsOf(chapter: PublishedChapter, thread: ThreadPage): string {
  const { locale, slug, series, publishedAt, revisedAt } = chapter
  const path = chapterPath(locale, slug)
  return inPage(
    chapterData({
      url: siteAddress(path),
      site: { name: words(locale).site.name, url: siteAddress(homePath(locale)) },
      ...{ title: chapter.title, summary: chapter.summary, language: locale, minutes: chapter.minutes },
      ...{ published: publishedAt, changed: revisedAt > publishedAt ? revisedAt : publishedAt },
      ...{
        translator: chapter.translator && {
          ...{ name: chapter.translator.name },
          url: chapter.translator.slug
            ? siteAddress(translatorPath(chapter.locale, chapter.translator.slug))
            : undefined,
        },
        position: chapter.number,
      },
      series: { title: series.title, url: siteAddress(seriesPath(locale, series.slug)) },
      tags: chapter.tags.map(({ name }) => name),
      image: chapter.card ? siteAddress(cardPath(chapter.card)) : undefined,
      commentCount: thread.total,
      comments: thread.comments.slice(0, shown.comments).map(({ id, name, text, sentAt }) => ({
        ...{ url: siteAddress(commentPath(path, id)), name, sentAt },
        text: [...text].slice(0, shown.letters).join(''),
      })),
    }),
  )
}
