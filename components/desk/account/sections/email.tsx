'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { described, Field, Input } from '@/components/ui/field'
import { LocalTime } from '@/components/ui/local-time'
import type { OwnAddress } from '@/lib/people/email-change/queries'
import { useWords } from '../../language/words'
import { untouched, type SectionAction, type SectionState } from './own-state'
import { SecretField } from './secret-field'
import { Section } from './section'
import { Told } from './told'

interface EmailProps {
  address: OwnAddress
  sendsMail: boolean
  action: SectionAction
}

/** Another e-mail address: it is asked first, and the old one is told. */
export function Email({ address, sendsMail, action }: EmailProps) {
  const { words, rich } = useWords('own')
  return (
    <Section id="email-section" title={words.email.title}>
      <p className="text-sm [overflow-wrap:anywhere]">
        {rich(words.email.now, { email: <bdi className="font-medium">{address.email}</bdi> })}
      </p>
      {sendsMail ? <Change address={address} action={action} /> : <AtTheMachine email={address.email} />}
    </Section>
  )
}

function AtTheMachine({ email }: { email: string }) {
  const { words, say } = useWords('own')
  return (
    <div className="grid gap-3 text-sm">
      <p>{words.email.noMail}</p>
      <code
        dir="ltr"
        className="rounded-md bg-tint px-3 py-2 text-start text-[0.8125rem] [overflow-wrap:anywhere]"
      >
        {say(words.email.noMailCommand, { email })}
      </code>
    </div>
  )
}

function Change({ address, action }: Pick<EmailProps, 'address' | 'action'>) {
  const [state, send, pending] = useActionState(action, untouched)
  const { words, sentenceFor } = useWords('own')
  const { email: here } = words
  const problem = (field: 'email' | 'current') => state.problems[field] && sentenceFor(state.problems[field])
  return (
    <form action={send} aria-busy={pending} noValidate className="grid gap-4">
      <Told state={state} done={useDone(state)} />
      {address.waiting && <Waiting {...address.waiting} />}
      <p className="text-[0.8125rem] text-soft">{here.intro}</p>
      <Field id="new-email" label={here.fresh} problem={problem('email')}>
        <Input
          key={state.typed}
          {...described('new-email', problem('email'))}
          name="email"
          type="email"
          autoComplete="email"
          maxLength={254}
          defaultValue={state.typed}
          required
        />
      </Field>
      <SecretField id="email-password" name="current" label={here.current} problem={problem('current')} />
      <div>
        <Button type="submit" name="deed" value="ask" tone="main" disabled={pending}>
          {here.ask}
        </Button>
      </div>
    </form>
  )
}

function useDone({ done }: SectionState): string {
  const { words, say } = useWords('own')
  if (!done) return ''
  return done.what === 'cancelled'
    ? words.email.cancelled
    : say(words.email.asked, { email: done.value ?? '' })
}

function Waiting({ email, until }: { email: string; until: Date }) {
  const { words, rich } = useWords('own')
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-md border border-line px-3 py-2 text-sm">
      <p className="min-w-0 [overflow-wrap:anywhere]">
        {rich(words.email.waiting, { email: <bdi>{email}</bdi>, time: <LocalTime at={until} /> })}
      </p>
      <Button type="submit" name="deed" value="cancel" size="small">
        {words.email.cancel}
      </Button>
    </div>
  )
}
