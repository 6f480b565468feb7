import type { Metadata } from 'next'
import { connection } from 'next/server'
import { PasskeySignIn } from '@/components/desk/account/second-factor/passkey-sign-in'
import { SignInFrame } from '@/components/desk/account/sign-in-frame'
import { SignInForm } from '@/components/desk/account/sign-in-form'
import { speakingHere } from '../../speaking'
import { signInAction } from './actions'
import { passkeyAction } from './second-step/actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await speakingHere()).words.account.signIn.title }
}

export default async function SignInPage() {
  await connection()
  const { locale, words } = await speakingHere()
  const { title, intro } = words.account.signIn
  return (
    <SignInFrame locale={locale} title={title} intro={intro}>
      <SignInForm action={signInAction} />
      <PasskeySignIn label={words.secondFactor.signIn.passkey} action={passkeyAction} />
    </SignInFrame>
  )
}
