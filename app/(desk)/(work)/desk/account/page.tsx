import type { Metadata } from 'next'
import { OwnAccount } from '@/components/desk/account/own-account'
import { GiveWords } from '@/components/desk/language/words'
import { zones } from '@/lib/i18n/time/zones'
import { staffOrSignIn } from '../../../acting'
import { speakingTo, titled } from '../../../speaking'
import { ownAccountAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const actor = await staffOrSignIn()
  return titled(actor, ({ account }) => account.own.title)
}

export default async function AccountPage() {
  const actor = await staffOrSignIn()
  const { words } = await speakingTo(actor)
  return (
    <GiveWords words={{ account: words.account, problems: words.problems }}>
      <OwnAccount person={actor} zones={zones} action={ownAccountAction} />
    </GiveWords>
  )
}
