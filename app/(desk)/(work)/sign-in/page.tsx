import type { Metadata } from 'next'
import { SignInFrame } from '@/components/desk/account/sign-in-frame'
import { SignInForm } from '@/components/desk/account/sign-in-form'
import { speakingHere } from '../../speaking'
import { signInAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await speakingHere()).words.account.signIn.title }
}

export default async function SignInPage() {
  const { locale, words } = await speakingHere()
  const { title, intro } = words.account.signIn
  return (
    <SignInFrame locale={locale} title={title} intro={intro}>
      <SignInForm action={signInAction} />
    </SignInFrame>
  )
}
