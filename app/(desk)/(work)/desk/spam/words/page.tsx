import type { Metadata } from 'next'
import { GiveWords } from '@/components/desk/language/words'
import { WordLists } from '@/components/desk/spam/word-lists'
import { listedWords } from '@/lib/moderation/words/queries'
import { staffOrSignIn } from '../../../../acting'
import { speakingTo, titled } from '../../../../speaking'
import { newWordAction, removeWordAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const actor = await staffOrSignIn('moderate comments')
  return titled(actor, ({ spam }) => spam.words.title)
}

interface Props {
  searchParams: Promise<{ find?: string | string[] }>
}

export default async function WordListsPage({ searchParams }: Props) {
  const actor = await staffOrSignIn('moderate comments')
  const { find } = await searchParams
  const [shown, { locale, words }] = await Promise.all([listedWords(actor, find), speakingTo(actor)])
  return (
    <GiveWords words={{ spam: words.spam, problems: words.problems }}>
      <WordLists locale={locale} shown={shown} add={newWordAction} remove={removeWordAction} />
    </GiveWords>
  )
}
