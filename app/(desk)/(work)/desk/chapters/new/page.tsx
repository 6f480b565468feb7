import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { GiveWords } from '@/components/desk/language/words'
import { NewChapterForm } from '@/components/desk/chapters/new-chapter-form'
import { NewEditionForm } from '@/components/desk/chapters/new-edition-form'
import { editionForWriting, seriesChoices } from '@/lib/chapters/writing/queries'
import { may } from '@/lib/people/permissions'
import { staffOrSignIn } from '../../../../acting'
import { speakingTo, titled } from '../../../../speaking'
import { addEditionAction, createChapterAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const actor = await staffOrSignIn('write chapters')
  return titled(actor, ({ chapters }) => chapters.begin.title)
}

/** A new chapter; or, with `?of=<edition>`, that edition's chapter in another language. */
export default async function NewChapterPage({
  searchParams,
}: {
  searchParams: Promise<{ of?: string | string[]; 'find-series'?: string | string[] }>
}) {
  const actor = await staffOrSignIn('write chapters')
  const { of, 'find-series': words } = await searchParams
  const { chapters, problems } = (await speakingTo(actor)).words
  if (of === undefined)
    return (
      <GiveWords words={{ chapters, problems }}>
        <NewChapterForm
          series={await seriesChoices(actor, words)}
          words={typeof words === 'string' ? words : ''}
          action={createChapterAction}
        />
      </GiveWords>
    )
  const edition = (await editionForWriting(actor, of)) ?? notFound()
  return (
    <GiveWords words={{ chapters, problems }}>
      <NewEditionForm
        edition={edition}
        mayNameSeries={may(actor, 'publish chapters')}
        action={addEditionAction}
      />
    </GiveWords>
  )
}
