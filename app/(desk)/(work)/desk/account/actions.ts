'use server'

import { refresh } from 'next/cache'
import type { OwnState } from '@/components/desk/account/sections/profile'
import { changeOwnAccount } from '@/lib/people/accounts/own-commands'
import type { PersonProblems } from '@/lib/people/schema'
import { acting, formIn } from '../../../acting'

type Changed = { ok: true } | { ok: false; refusal: string; problems?: PersonProblems }

export async function ownAccountAction(_before: OwnState, given: FormData): Promise<OwnState> {
  const form = formIn(given)
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const typed = { name: text('name'), locale: text('locale'), zone: text('zone') }
  const outcome = await acting<Changed>((actor) => changeOwnAccount(actor, typed))
  if (outcome.ok) {
    refresh()
    return { problems: {}, saved: Date.now() }
  }
  return 'problems' in outcome && outcome.problems
    ? { typed, problems: outcome.problems }
    : { typed, problems: {}, refusal: outcome.refusal }
}
