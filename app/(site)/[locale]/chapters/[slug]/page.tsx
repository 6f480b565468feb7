import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChapterArticle } from '@/components/chapters/chapter-article'
import { CommentForm } from '@/components/comments/comment-form'
import { CommentThread } from '@/components/comments/comment-thread'
import { Data } from '@/components/site/data'
import { Frame } from '@/components/site/frame'
import type { PublishedChapter } from '@/lib/chapters/reading/types'
import { chapterPath, feedPath } from '@/lib/i18n/paths'
import { say, words } from '@/lib/i18n/words'
import { shareImagePath } from '@/lib/pictures/rules'
import { factsOf } from '@/lib/site/chapter-data'
import { localeOrMissing } from '@/lib/site/addresses/locale'
import { metadataOf } from '@/lib/site/metadata'
import { readChapter, readCommenting, readRankingsOf, readThread } from '@/lib/site/reading'
import { placeholder, parseSlugParam } from '@/lib/site/addresses/slug'

export const generateStaticParams = () => [{ slug: placeholder }]

interface Props {
  params: Promise<{ locale: string; slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const chapter = await chapterOf(params)
  const { locale, slug, title, publishedAt: published, revisedAt, series, tags } = chapter
  const changed = revisedAt > published ? revisedAt : published
  const comments = say(locale, words(locale).reading.threads.feedTitle, { title })
  return metadataOf({
    locale,
    title,
    description: chapter.summary || chapter.opening,
    languages: editionsOf(chapter),
    card: chapter.card ? shareImagePath(chapter.card) : undefined,
    article: { published, changed, series: series.title, tags: tags.map(({ name }) => name) },
    feeds: [
      { title: series.title, folder: feedPath(locale, 'series', series.slug) },
      { title: comments, folder: feedPath(locale, 'chapters', slug) },
    ],
  })
}

export default async function ChapterPage({ params }: Props) {
  const chapter = await chapterOf(params)
  const { locale, slug, chapterId } = chapter
  const path = chapterPath(locale, slug)
  const thread = (await readThread(chapterId)) ?? notFound()
  const rankings = await readRankingsOf(chapterId)
  const { form, ...commenting } = await readCommenting(chapterId, locale, thread.comments)
  return (
    <Frame locale={locale} languages={editionsOf(chapter)}>
      <ChapterArticle chapter={chapter} rankings={rankings} />
      <CommentThread
        locale={locale}
        path={path}
        thread={thread}
        {...commenting}
        feed={feedPath(locale, 'chapters', slug)}
      />
      <CommentForm
        locale={locale}
        chapterId={chapterId}
        rules={form}
        action={`${path}/comments`}
        state={{ status: commenting.open ? 'blank' : 'closed' }}
      />
      <Data json={factsOf(chapter, thread)} />
    </Frame>
  )
}

async function chapterOf(params: Props['params']): Promise<PublishedChapter> {
  const { locale: inPath, slug: encoded } = await params
  const locale = localeOrMissing(inPath)
  const slug = parseSlugParam(encoded) ?? notFound()
  return (await readChapter(locale, slug)) ?? notFound()
}

const editionsOf = ({ translations }: PublishedChapter) =>
  translations.map(({ locale, slug }) => ({ locale, path: chapterPath(locale, slug) }))
