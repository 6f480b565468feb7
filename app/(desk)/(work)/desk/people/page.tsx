import type { Metadata } from 'next'
import { GiveWords } from '@/components/desk/language/words'
import { People } from '@/components/desk/people/people'
import { Alert } from '@/components/ui/alert'
import { may } from '@/lib/people/permissions'
import { staffList } from '@/lib/people/accounts/queries'
import { staffOrSignIn } from '../../../acting'
import { speakingTo, titled } from '../../../speaking'
import { peopleAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const actor = await staffOrSignIn()
  return titled(actor, ({ people }) => people.title)
}

export default async function PeoplePage() {
  const actor = await staffOrSignIn()
  const { people, problems } = (await speakingTo(actor)).words
  if (may(actor, 'manage people'))
    return (
      <GiveWords words={{ people, problems }}>
        <People staff={await staffList(actor)} me={actor.id} action={peopleAction} />
      </GiveWords>
    )
  return (
    <div className="grid max-w-xl gap-4">
      <h1 className="font-serif text-2xl font-semibold">{people.title}</h1>
      <Alert tone="warn" title={people.notAllowed.title}>
        <p>{people.notAllowed.text}</p>
      </Alert>
    </div>
  )
}
