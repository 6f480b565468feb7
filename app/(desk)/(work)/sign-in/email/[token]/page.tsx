import type { Metadata } from 'next'
import { connection } from 'next/server'
import { LinkForm } from '@/components/desk/account/link-form'
import { SignInFrame } from '@/components/desk/account/sign-in-frame'
import { GiveWords } from '@/components/desk/language/words'
import { say } from '@/lib/i18n/say'
import { changeToStop } from '@/lib/people/email-change/queries'
import { speakingHere } from '../../../../speaking'
import { stopEmailAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await speakingHere()).words.own.stop.title }
}

export default async function StopEmailPage({ params }: { params: Promise<{ token: string }> }) {
  await connection()
  const [{ token }, { locale, words }] = await Promise.all([params, speakingHere()])
  const { stop } = words.own
  const change = await changeToStop(token)
  if (!change)
    return (
      <SignInFrame locale={locale} title={stop.dead}>
        <p>{stop.deadText}</p>
      </SignInFrame>
    )
  const addresses = { from: change.fromEmail, to: change.toEmail }
  return (
    <SignInFrame locale={locale} title={stop.title}>
      <div className="grid gap-3 text-sm [overflow-wrap:anywhere]">
        <p>{say(locale, change.confirmedAt ? stop.textDone : stop.text, addresses)}</p>
        <p>{stop.then}</p>
      </div>
      <GiveWords words={{ own: words.own }}>
        <LinkForm button={say(locale, stop.button, addresses)} action={stopEmailAction.bind(null, token)} />
      </GiveWords>
    </SignInFrame>
  )
}
