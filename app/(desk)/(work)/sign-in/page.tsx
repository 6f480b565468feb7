import type { Metadata } from 'next'
import { connection } from 'next/server'
import { PasskeySignIn } from '@/components/desk/account/second-factor/passkey-sign-in'
import { ProviderSignIn } from '@/components/desk/account/provider-sign-in'
import { SignInFrame } from '@/components/desk/account/sign-in-frame'
import { SignInForm } from '@/components/desk/account/sign-in-form'
import { say } from '@/lib/i18n/say'
import { runtime } from '@/lib/kernel/env'
import { refusalNamed } from '@/lib/people/provider/rules'
import { speakingHere } from '../../speaking'
import { signInAction } from './actions'
import { passkeyAction } from './second-step/actions'

interface SignInProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await speakingHere()).words.account.signIn.title }
}

export default async function SignInPage({ searchParams }: SignInProps) {
  await connection()
  const [asked, { locale, words }] = await Promise.all([searchParams, speakingHere()])
  const { title, intro } = words.account.signIn
  const { provider, isWithoutPasswords = false } = runtime()
  // What next-auth itself refuses comes back as an error of its own.
  const refusal = asked.error === undefined ? refusalNamed(asked.provider) : 'failed'
  return (
    <SignInFrame
      locale={locale}
      title={title}
      intro={
        provider && isWithoutPasswords ? say(locale, words.provider.intro, { name: provider.name }) : intro
      }
    >
      {provider && (
        <ProviderSignIn
          locale={locale}
          name={provider.name}
          refusal={refusal}
          isAgain={asked.again !== undefined}
          isAlone={isWithoutPasswords}
        />
      )}
      {!isWithoutPasswords && <SignInForm action={signInAction} />}
      <PasskeySignIn label={words.secondFactor.signIn.passkey} action={passkeyAction} />
    </SignInFrame>
  )
}
