import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CommentForm } from '@/components/comments/comment-form'
import { CommentThread } from '@/components/comments/comment-thread'
import { Data } from '@/components/site/data'
import { Frame } from '@/components/site/frame'
import { digits } from '@/lib/i18n/formats'
import { chapterPath, feedPath } from '@/lib/i18n/paths'
import { say, words } from '@/lib/i18n/words'
import { factsOfComments } from '@/lib/site/chapter-data'
import { localeOrMissing } from '@/lib/site/addresses/locale'
import { metadataOf } from '@/lib/site/metadata'
import { numberOrMissing } from '@/lib/site/addresses/numbers'
import { readChapter, readCommenting, readThread } from '@/lib/site/reading'
import { placeholder, parseSlugParam } from '@/lib/site/addresses/slug'

export const generateStaticParams = () => [{ slug: placeholder, page: placeholder }]

interface Props {
  params: Promise<{ locale: string; slug: string; page: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, values, languages } = await threadOf(params)
  const { page: title, describe } = words(locale).reading.threads
  return metadataOf({
    locale,
    title: say(locale, title, values),
    description: say(locale, describe, values),
    languages,
  })
}

/** A page of a chapter's comments; one of them stands below the chapter itself. */
export default async function CommentsPage({ params }: Props) {
  const { locale, path, thread, chapter, values, languages } = await threadOf(params)
  const { page, back } = words(locale).reading.threads
  const { form, ...commenting } = await readCommenting(chapter.chapterId, locale, thread.comments)
  return (
    <Frame locale={locale} languages={languages}>
      <header className="list-title">
        <p className="kicker">
          <a href={path}>{back}</a>
        </p>
        <h1>{say(locale, page, values)}</h1>
      </header>
      <CommentThread
        locale={locale}
        path={path}
        thread={thread}
        {...commenting}
        feed={feedPath(locale, 'chapters', chapter.slug)}
      />
      <CommentForm
        locale={locale}
        chapterId={chapter.chapterId}
        rules={form}
        action={`${path}/comments`}
        state={{ status: commenting.open ? 'blank' : 'closed' }}
      />
      <Data json={factsOfComments(chapter, thread, say(locale, page, values))} />
    </Frame>
  )
}

async function threadOf(params: Props['params']) {
  const { locale: inPath, slug: encoded, page: asked } = await params
  const locale = localeOrMissing(inPath)
  const slug = parseSlugParam(encoded) ?? notFound()
  const page = numberOrMissing(asked)
  const chapter = (await readChapter(locale, slug)) ?? notFound()
  const thread = (await readThread(chapter.chapterId, page)) ?? notFound()
  if (page === 1 && thread.home === 1) notFound() // it stands below the chapter, and has one address
  const values = { title: chapter.title, page: digits(locale, page) }
  // A chapter has one thread, whatever language it is read in.
  const languages = chapter.translations.map((one) => ({
    locale: one.locale,
    path: `${chapterPath(one.locale, one.slug)}/comments/${page}`,
  }))
  return { locale, chapter, thread, path: chapterPath(locale, slug), values, languages }
}
