'use server'

import { refresh } from 'next/cache'
import type { FactorDeed, FactorState } from '@/components/desk/account/second-factor/state'
import { log } from '@/lib/kernel/log'
import { refuse } from '@/lib/kernel/result'
import type { StaffActor } from '@/lib/people/permissions'
import { addPasskey, beginPasskey, removePasskey } from '@/lib/people/second-factor/passkey-commands'
import { renewRecoveryCodes } from '@/lib/people/second-factor/recovery-code-commands'
import { beginTotp, confirmTotp, endTotp } from '@/lib/people/second-factor/totp-commands'
import { giveTicket, ticketHere } from '@/lib/people/sessions/ticket-cookies'
import { acting, formIn, textIn } from '../../../acting'
import { proved } from '../../../proving'

/** One button of the section: `deed` says which. */
export async function secondFactorAction(_before: unknown, given: FormData): Promise<FactorState> {
  const form = formIn(given)
  const [deed, id] = [textIn(form, 'deed', 30), textIn(form, 'id', 1_364)]
  const typed = textIn(form, 'code', 20) || textIn(form, 'name', 60)
  const state = { id: id || undefined, typed, nonce: Date.now() }
  if (!isDeed(deed)) return { ...state, refusal: 'form-broken' }
  const outcome = await acting<Outcome>(async (actor) => {
    const sure = await proved(actor, form)
    return sure.ok ? deeds[deed](sure.value, form) : sure
  }).catch((error: unknown) => {
    log.error({ err: error }, 'a second factor could not be changed')
    return refuse('unavailable')
  })
  refresh()
  return outcome.ok ? { ...state, deed, ...outcome.value } : { ...state, deed, refusal: outcome.refusal }
}

type Outcome =
  { ok: false; refusal: string } | { ok: true; value: Pick<FactorState, 'recoveryCodes' | 'options'> }

const deeds: Record<FactorDeed, (actor: StaffActor, form: FormData) => Promise<Outcome>> = {
  'begin app': (actor: StaffActor) => beginTotp(actor),
  'confirm app': (actor: StaffActor, form) => confirmTotp(actor, { code: form.get('code') }),
  'end app': (actor: StaffActor) => endTotp(actor),
  'remove passkey': (actor: StaffActor, form) => removePasskey(actor, { id: form.get('id') }),
  'new recovery codes': (actor: StaffActor) => renewRecoveryCodes(actor),
  // First the device is told what to make, then it is kept what it has made.
  'add passkey': async (actor: StaffActor, form) => {
    const [name, response] = [form.get('name'), form.get('passkey')]
    if (response) return addPasskey(actor, { name, response, challenge: await ticketHere('add') })
    const begun = await beginPasskey(actor, { name })
    if (!begun.ok) return refuse(begun.refusal)
    await giveTicket('add', begun.value.challenge)
    return { ok: true, value: { options: begun.value.options } }
  },
}

const isDeed = (value: string): value is FactorDeed => Object.hasOwn(deeds, value)
