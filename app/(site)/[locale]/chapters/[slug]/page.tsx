import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChapterArticle } from '@/components/chapters/chapter-article'
import { CommentForm } from '@/components/comments/comment-form'
import { CommentThread } from '@/components/comments/comment-thread'
import { Frame } from '@/components/site/frame'
import { chapterPath } from '@/lib/i18n/paths'
import type { PublishedChapter } from '@/lib/chapters/published'
import { localeOrMissing } from '@/lib/site/locale'
import { metadataOf } from '@/lib/site/metadata'
import { readChapter, readThread } from '@/lib/site/reading'
import { placeholder, slugOf } from '@/lib/site/slug'

export const generateStaticParams = () => [{ slug: placeholder }]

interface Props {
  params: Promise<{ locale: string; slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const chapter = await chapterOf(params)
  return metadataOf({ ...chapter, description: chapter.summary, languages: editionsOf(chapter) })
}

export default async function ChapterPage({ params }: Props) {
  const chapter = await chapterOf(params)
  const { locale, slug, chapterId } = chapter
  const path = chapterPath(locale, slug)
  return (
    <Frame locale={locale} languages={editionsOf(chapter)}>
      <ChapterArticle chapter={chapter} />
      <CommentThread locale={locale} path={path} comments={await readThread(chapterId)} />
      <CommentForm {...{ locale, chapterId }} action={`${path}/comments`} state={{ status: 'blank' }} />
    </Frame>
  )
}

async function chapterOf(params: Props['params']): Promise<PublishedChapter> {
  const { locale: inPath, slug: encoded } = await params
  const locale = localeOrMissing(inPath)
  const slug = slugOf(encoded) ?? notFound()
  return (await readChapter(locale, slug)) ?? notFound()
}

const editionsOf = ({ translations }: PublishedChapter) =>
  translations.map(({ locale, slug }) => ({ locale, path: chapterPath(locale, slug) }))
