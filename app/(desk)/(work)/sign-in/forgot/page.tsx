import type { Metadata } from 'next'
import { connection } from 'next/server'
import { SignInFrame } from '@/components/desk/account/sign-in-frame'
import { ForgotForm } from '@/components/desk/account/forgot-form'
import { NoMail } from '@/components/desk/account/no-mail'
import { deskWords } from '@/lib/i18n/desk-words'
import { runtime } from '@/lib/kernel/env'
import { forgotAction } from '../actions'

const { forgot: words } = deskWords

export const metadata: Metadata = { title: words.title }

export default async function ForgotPage() {
  await connection()
  const { sendsMail } = runtime()
  return (
    <SignInFrame title={words.title} intro={sendsMail ? words.intro : undefined}>
      {sendsMail ? <ForgotForm action={forgotAction} /> : <NoMail />}
    </SignInFrame>
  )
}
