import { redirect } from 'next/navigation'
import { ChapterArticle } from '@/components/chapters/chapter-article'
import { chapterForPreview } from '@/lib/chapters/writing/queries'
import { direction } from '@/lib/i18n/locales'
import { say } from '@/lib/i18n/say'
import { staffOrSignIn } from '../../../../../acting'
import { speakingTo } from '../../../../../speaking'

interface PreviewProps {
  params: Promise<{ editionId: string }>
  searchParams: Promise<{ revision?: string | string[] }>
}

/** A revision in the very components that readers get. */
export default async function PreviewPage({ params, searchParams }: PreviewProps) {
  const actor = await staffOrSignIn('write chapters')
  const [{ editionId }, { revision }] = await Promise.all([params, searchParams])
  const preview = await chapterForPreview(actor, editionId, revision)
  if (!preview) redirect(`/desk/chapters/${encodeURIComponent(editionId)}`)
  const { chapter, version, isShown } = preview
  const { locale, words } = await speakingTo(actor)
  const said = words.editor.preview
  return (
    <>
      <aside className="preview-note" aria-label={said.title}>
        <p>
          {say(locale, said.version, { number: version })} {isShown ? said.shown : said.notShown}{' '}
          <a href={`/desk/chapters/${chapter.editionId}`}>{said.back}</a>
        </p>
      </aside>
      <main lang={chapter.locale} dir={direction(chapter.locale)}>
        <ChapterArticle chapter={chapter} />
      </main>
    </>
  )
}
