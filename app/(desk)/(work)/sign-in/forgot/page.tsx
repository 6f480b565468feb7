import type { Metadata } from 'next'
import { connection } from 'next/server'
import { SignInFrame } from '@/components/desk/account/sign-in-frame'
import { ForgotForm } from '@/components/desk/account/forgot-form'
import { NoMail } from '@/components/desk/account/no-mail'
import { WithoutPasswords } from '@/components/desk/account/without-passwords'
import { runtime } from '@/lib/kernel/env'
import { speakingHere } from '../../../speaking'
import { forgotAction } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await speakingHere()).words.account.forgot.title }
}

export default async function ForgotPage() {
  await connection()
  const { locale, words } = await speakingHere()
  const { title, intro } = words.account.forgot
  const { sendsMail, provider, isWithoutPasswords } = runtime()
  if (provider && isWithoutPasswords)
    return (
      <SignInFrame locale={locale} title={words.provider.offTitle}>
        <WithoutPasswords locale={locale} name={provider.name} />
      </SignInFrame>
    )
  return (
    <SignInFrame locale={locale} title={title} intro={sendsMail ? intro : undefined}>
      {sendsMail ? <ForgotForm action={forgotAction} /> : <NoMail />}
    </SignInFrame>
  )
}
