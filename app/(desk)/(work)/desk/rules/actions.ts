'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import type { EndOutcome, NewRuleState } from '@/components/desk/rules/outcome'
import { log } from '@/lib/kernel/log'
import { refuse } from '@/lib/kernel/result'
import { addStandingRule, endStandingRule } from '@/lib/moderation/rules/commands'
import { acting, formIn, textIn } from '../../../acting'

/** Makes a standing rule; what was typed stays when it is refused. */
export async function makeRuleAction(_before: NewRuleState, given: FormData): Promise<NewRuleState> {
  const form = formIn(given)
  const typed = {
    effect: textIn(form, 'effect', 10),
    reason: textIn(form, 'reason', 2_000),
    until: textIn(form, 'until', 20),
  }
  const [kind, value] = [form.get('kind'), form.get('value')]
  const outcome = await acting((actor) => addStandingRule(actor, { ...typed, kind, value })).catch(failed)
  if (outcome.ok) redirect('/desk/rules?made=yes')
  const problems = 'problems' in outcome ? [...outcome.problems] : [outcome.refusal]
  return { typed, problems, nonce: Date.now() }
}

export async function endRuleAction(_before: EndOutcome, given: FormData): Promise<EndOutcome> {
  const form = formIn(given)
  const outcome = await acting((actor) => endStandingRule(actor, form.get('id'))).catch(failed)
  refresh()
  const nonce = Date.now()
  if (!outcome.ok) return { kind: 'refused', refusal: outcome.refusal, nonce }
  return { kind: 'ended', name: textIn(form, 'name', 254), nonce }
}

function failed(error: unknown) {
  log.error({ err: error }, 'a standing rule could not be kept')
  return refuse('unavailable')
}
