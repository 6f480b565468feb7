import type { Metadata } from 'next'
import { Email } from '@/components/desk/account/sections/email'
import { Password } from '@/components/desk/account/sections/password'
import { Profile } from '@/components/desk/account/sections/profile'
import { Sessions } from '@/components/desk/account/sections/sessions'
import { GiveWords } from '@/components/desk/language/words'
import { zones } from '@/lib/i18n/time/zones'
import { runtime } from '@/lib/kernel/env'
import { ownAddress } from '@/lib/people/email-change/queries'
import { ownSessions } from '@/lib/people/sessions/queries'
import { staffOrSignIn } from '../../../acting'
import { speakingTo, titled } from '../../../speaking'
import { ownAccountAction } from './actions'
import { SecondFactor } from './second-factor'
import { emailAction } from './email-actions'
import { passwordAction } from './password-actions'
import { sessionsAction } from './session-actions'

export async function generateMetadata(): Promise<Metadata> {
  const actor = await staffOrSignIn('change own account')
  return titled(actor, ({ account }) => account.own.title)
}

/** Each part of it is a file of its own in components/desk/account/sections. */
export default async function AccountPage() {
  const actor = await staffOrSignIn('change own account')
  const [{ words }, address, sessions] = await Promise.all([
    speakingTo(actor),
    ownAddress(actor),
    ownSessions(actor),
  ])
  const { name, locale, zone, sessionId } = actor
  const { sendsMail = false, isWithoutPasswords } = runtime()
  return (
    <GiveWords words={{ account: words.account, own: words.own, problems: words.problems }}>
      <div className="mx-auto grid max-w-xl gap-5">
        <h1 className="font-serif text-2xl font-semibold">{words.account.own.title}</h1>
        <Profile person={{ name, locale, zone }} zones={zones} action={ownAccountAction} />
        <Email address={address} sendsMail={sendsMail} action={emailAction} />
        {!isWithoutPasswords && <Password email={address.email} action={passwordAction} />}
        <SecondFactor actor={actor} />
        <Sessions sessions={sessions} here={sessionId} action={sessionsAction} />
      </div>
    </GiveWords>
  )
}
