import type { Metadata } from 'next'
import { WordLists } from '@/components/desk/spam/word-lists'
import { listedWords } from '@/lib/moderation/words/queries'
import { staffOrSignIn } from '../../../../acting'
import { newWordAction, removeWordAction } from './actions'

export const metadata: Metadata = { title: 'Word lists' }

interface Props {
  searchParams: Promise<{ find?: string | string[] }>
}

export default async function WordListsPage({ searchParams }: Props) {
  const actor = await staffOrSignIn()
  const { find } = await searchParams
  return <WordLists shown={await listedWords(actor, find)} add={newWordAction} remove={removeWordAction} />
}
