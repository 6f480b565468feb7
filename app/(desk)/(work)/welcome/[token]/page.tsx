import type { Metadata } from 'next'
import { connection } from 'next/server'
import { AgainForm } from '@/components/desk/account/again-form'
import { SignInFrame } from '@/components/desk/account/sign-in-frame'
import { PasswordForm } from '@/components/desk/account/password-form'
import { WelcomeForm } from '@/components/desk/account/welcome-form'
import { deskWords } from '@/lib/i18n/desk-words'
import { runtime } from '@/lib/kernel/env'
import { welcomeIsOpen } from '@/lib/people/links/first-admin'
import { isolated } from '@/lib/i18n/isolated'
import { ownerOfMailedLink, personOfLink } from '@/lib/people/accounts/queries'
import { askAgainAction, setPasswordAction, welcomeAction } from './actions'

export const metadata: Metadata = { title: 'Welcome' }

export default async function WelcomePage({ params }: { params: Promise<{ token: string }> }) {
  await connection()
  const { token } = await params
  const person = await personOfLink(token)
  if (person) {
    const { name, email, hasPassword } = person
    return (
      <SignInFrame
        title={hasPassword ? 'A new password' : `Welcome, ${isolated('en', name)}`}
        intro={
          hasPassword
            ? `For ${isolated('en', name)}. The old one ends with it.`
            : 'Set a password, and the desk is yours.'
        }
      >
        <PasswordForm email={email} action={setPasswordAction.bind(null, token)} />
      </SignInFrame>
    )
  }
  if (await welcomeIsOpen(token)) {
    return (
      <SignInFrame
        title="Welcome to your site"
        intro="You will be its first admin. Other people can be added later."
      >
        <WelcomeForm action={welcomeAction.bind(null, token)} />
      </SignInFrame>
    )
  }
  if (runtime().sendsMail && (await ownerOfMailedLink(token))) {
    return (
      <SignInFrame title={deskWords.link.again} intro={deskWords.link.againIntro}>
        <AgainForm action={askAgainAction.bind(null, token)} />
      </SignInFrame>
    )
  }
  return (
    <SignInFrame title="This link no longer works">
      <p>
        A link works once and for a limited time. Ask an admin for a new one, or{' '}
        <a className="underline decoration-rubric underline-offset-4" href="/sign-in">
          sign in
        </a>
        . As long as the site has no admin, starting it again makes a new link.
      </p>
    </SignInFrame>
  )
}
