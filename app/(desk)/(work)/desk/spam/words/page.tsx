import type { Metadata } from 'next'
import { WordLists } from '@/components/desk/spam/word-lists'
import { listedWords } from '@/lib/moderation/words/queries'
import { staffOrSignIn } from '../../../../acting'
import { newWordAction, removeWordAction } from './actions'

export const metadata: Metadata = { title: 'Word lists' }

export default async function WordListsPage() {
  const actor = await staffOrSignIn()
  const words = await listedWords(actor)
  return <WordLists words={words} add={newWordAction} remove={removeWordAction} />
}
