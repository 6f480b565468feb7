import type { Metadata } from 'next'
import { connection } from 'next/server'
import { AgainForm } from '@/components/desk/account/again-form'
import { SignInFrame } from '@/components/desk/account/sign-in-frame'
import { PasswordForm } from '@/components/desk/account/password-form'
import { WelcomeForm } from '@/components/desk/account/welcome-form'
import { rich } from '@/components/ui/rich'
import { runtime } from '@/lib/kernel/env'
import { welcomeIsOpen } from '@/lib/people/links/first-admin'
import { say } from '@/lib/i18n/say'
import { ownerOfMailedLink, personOfLink } from '@/lib/people/accounts/queries'
import { speakingHere } from '../../../speaking'
import { askAgainAction, setPasswordAction, welcomeAction } from './actions'

type WelcomeProps = { params: Promise<{ token: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await speakingHere()).words.account.welcome.title }
}

export default async function WelcomePage({ params }: WelcomeProps) {
  await connection()
  const [{ token }, { locale, words }] = await Promise.all([params, speakingHere()])
  const { link, welcome } = words.account
  const person = await personOfLink(token)
  if (person) {
    const { name, email, hasPassword, mayEndFactors } = person
    const [title, intro] = hasPassword
      ? [welcome.again, say(locale, welcome.againIntro, { name })]
      : [say(locale, welcome.greeting, { name }), welcome.intro]
    return (
      <SignInFrame locale={locale} title={title} intro={intro}>
        <PasswordForm
          email={email}
          mayEndFactors={mayEndFactors}
          action={setPasswordAction.bind(null, token)}
        />
      </SignInFrame>
    )
  }
  if (await welcomeIsOpen(token)) {
    return (
      <SignInFrame locale={locale} title={welcome.first} intro={welcome.firstIntro}>
        <WelcomeForm action={welcomeAction.bind(null, token)} />
      </SignInFrame>
    )
  }
  if (runtime().sendsMail && (await ownerOfMailedLink(token))) {
    return (
      <SignInFrame locale={locale} title={link.again} intro={link.againIntro}>
        <AgainForm action={askAgainAction.bind(null, token)} />
      </SignInFrame>
    )
  }
  return (
    <SignInFrame locale={locale} title={welcome.dead}>
      <p>
        {rich(locale, welcome.deadText, {
          link: (inside) => (
            <a className="underline decoration-rubric underline-offset-4" href="/sign-in">
              {inside}
            </a>
          ),
        })}
      </p>
    </SignInFrame>
  )
}
