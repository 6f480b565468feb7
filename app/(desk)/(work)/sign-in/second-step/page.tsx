import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { connection } from 'next/server'
import { StepForm } from '@/components/desk/account/second-factor/step-form'
import { SignInFrame } from '@/components/desk/account/sign-in-frame'
import { choicesAtStep } from '@/lib/people/second-factor/step-commands'
import { ticketHere } from '@/lib/people/sessions/ticket-cookies'
import { speakingHere } from '../../../speaking'
import { passkeyAction, secondStepAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await speakingHere()).words.secondFactor.step.title }
}

interface SecondStepProps {
  searchParams: Promise<Record<string, unknown>>
}

/** Whoever has typed the right password and is asked for more; everybody else begins with the password. */
export default async function SecondStepPage({ searchParams }: SecondStepProps) {
  await connection()
  const [choices, { locale, words }, query] = await Promise.all([
    ticketHere('step').then((ticket) => choicesAtStep(ticket)),
    speakingHere(),
    searchParams,
  ])
  if (!choices) redirect('/sign-in')
  const { title, intro } = words.secondFactor.step
  return (
    <SignInFrame locale={locale} title={title} intro={intro}>
      <StepForm
        choices={choices}
        byRecovery={query.with === 'recovery-code' && choices.recoveryCodes}
        action={secondStepAction}
        passkey={passkeyAction}
      />
    </SignInFrame>
  )
}
