'use server'

import { refresh } from 'next/cache'
import type { RankingState } from '@/components/desk/rankings/ranking-form'
import { recordRanking, removeRanking } from '@/lib/chapters/rankings/commands'
import { acting, formIn } from '../../../../../acting'

type Recorded = { ok: true } | { ok: false; refusal: string; problems?: Record<string, string> }

const names = ['chapterId', 'kind', 'subject', 'place', 'country', 'service', 'sourceUrl', 'asOf']

export async function recordRankingAction(before: RankingState, given: FormData): Promise<RankingState> {
  const form = formIn(given)
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const typed = Object.fromEntries(names.map((name) => [name, text(name)]))
  const outcome = await acting<Recorded>((actor) => recordRanking(actor, typed))
  // What was before is said by the caller, who may say anything.
  const attempt = typeof before?.attempt === 'number' ? before.attempt + 1 : 1
  if (!outcome.ok)
    return {
      attempt,
      typed,
      refusal: outcome.refusal,
      problems: ('problems' in outcome && outcome.problems) || {},
    }
  refresh()
  // The next one is often of the same service and day.
  const { kind, service, country, asOf } = typed as Record<string, string>
  return {
    attempt,
    typed: { kind, service, country, asOf } as Record<string, string>,
    problems: {},
    recorded: true,
  }
}

export async function removeRankingAction(given: FormData) {
  const form = formIn(given)
  await acting((actor) => removeRanking(actor, { id: form.get('id'), chapterId: form.get('chapterId') }))
  refresh()
}
