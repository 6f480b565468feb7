import type { Metadata } from 'next'
import { GiveWords } from '@/components/desk/language/words'
import { People } from '@/components/desk/people/people'
import { staffList } from '@/lib/people/accounts/queries'
import { staffOrSignIn } from '../../../acting'
import { speakingTo, titled } from '../../../speaking'
import { peopleAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const actor = await staffOrSignIn('manage people')
  return titled(actor, ({ people }) => people.title)
}

export default async function PeoplePage() {
  const actor = await staffOrSignIn('manage people')
  const { people, problems } = (await speakingTo(actor)).words
  return (
    <GiveWords words={{ people, problems }}>
      <People staff={await staffList(actor)} me={actor.id} action={peopleAction} />
    </GiveWords>
  )
}
