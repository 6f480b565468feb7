import type { Metadata } from 'next'
import { GiveWords } from '@/components/desk/language/words'
import { WordLists } from '@/components/desk/spam/word-lists'
import { listedWords } from '@/lib/moderation/words/queries'
import { staffOrSignIn } from '../../../../acting'
import { speakingTo, titled } from '../../../../speaking'
import { newWordAction, removeWordAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const actor = await staffOrSignIn()
  return titled(actor, ({ spam }) => spam.words.title)
}

export default async function WordListsPage() {
  const actor = await staffOrSignIn()
  const [listed, { locale, words }] = await Promise.all([listedWords(actor), speakingTo(actor)])
  return (
    <GiveWords words={{ spam: words.spam, problems: words.problems }}>
      <WordLists locale={locale} words={listed} add={newWordAction} remove={removeWordAction} />
    </GiveWords>
  )
}
