import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NewChapterForm } from '@/components/desk/chapters/new-chapter-form'
import { NewEditionForm } from '@/components/desk/chapters/new-edition-form'
import { editionForWriting, seriesChoices } from '@/lib/chapters/writing/queries'
import { may } from '@/lib/people/permissions'
import { staffOrSignIn } from '../../../../acting'
import { addEditionAction, createChapterAction } from './actions'

export const metadata: Metadata = { title: 'New chapter' }

/** A new chapter; or, with `?of=<edition>`, that edition's chapter in another language. */
export default async function NewChapterPage({
  searchParams,
}: {
  searchParams: Promise<{ of?: string | string[]; 'find-series'?: string | string[] }>
}) {
  const actor = await staffOrSignIn()
  const { of, 'find-series': words } = await searchParams
  if (of === undefined)
    return (
      <NewChapterForm
        series={await seriesChoices(actor, words)}
        words={typeof words === 'string' ? words : ''}
        action={createChapterAction}
      />
    )
  const edition = (await editionForWriting(actor, of)) ?? notFound()
  return (
    <NewEditionForm
      edition={edition}
      mayNameSeries={may(actor, 'publish chapters')}
      action={addEditionAction}
    />
  )
}
