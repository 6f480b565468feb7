'use server'

import { refresh } from 'next/cache'
import type { Deed, PeopleOutcome } from '@/components/desk/people/outcome'
import { runtime } from '@/lib/kernel/env'
import { log } from '@/lib/kernel/log'
import { refuse } from '@/lib/kernel/result'
import type { StaffActor } from '@/lib/people/permissions'
import { addPerson, changeRole, disablePerson, enablePerson, makeLink } from '@/lib/people/accounts/commands'
import { endSessionsOf, removePerson, setLanguages } from '@/lib/people/accounts/staff-commands'
import { acting, formIn, textIn } from '../../../acting'

/** One button of the page: `deed` is its value. The commands check everything else. */
export async function peopleAction(_before: PeopleOutcome, given: FormData): Promise<PeopleOutcome> {
  const form = formIn(given)
  const [deed, nonce] = [form.get('deed'), Date.now()]
  if (!isDeed(deed)) return { kind: 'refused', refusal: 'form-broken', nonce }
  const fields = { ...Object.fromEntries(form), languages: form.getAll('languages') }
  const outcome = await acting(async (actor) => commands[deed](actor, fields)).catch((error: unknown) => {
    log.error({ err: error }, 'the staff could not be changed')
    return refuse('unavailable')
  })
  refresh()
  const typed = deed === 'add' ? typedIn(form) : undefined
  if (!outcome.ok) {
    if (outcome.refusal === 'problems' && typed)
      return { kind: 'problems', typed, problems: outcome.problems }
    return { kind: 'refused', typed, refusal: outcome.refusal, nonce }
  }
  const { name } = outcome.value
  if (!('path' in outcome.value)) return { kind: 'changed', name, deed, nonce }
  const { path, until, mailedTo } = outcome.value
  return { kind: 'link', name, link: runtime().siteUrl + path, until, mailedTo, nonce }
}

const commands = {
  add: addPerson,
  link: makeLink,
  'make writer': (actor: StaffActor, fields: object) => changeRole(actor, { ...fields, role: 'writer' }),
  'make editor': (actor: StaffActor, fields: object) => changeRole(actor, { ...fields, role: 'editor' }),
  'make admin': (actor: StaffActor, fields: object) => changeRole(actor, { ...fields, role: 'admin' }),
  disable: disablePerson,
  enable: enablePerson,
  'end sessions': endSessionsOf,
  'set languages': setLanguages,
  remove: removePerson,
} satisfies Record<Deed, unknown>

const isDeed = (value: unknown): value is Deed => typeof value === 'string' && Object.hasOwn(commands, value)

const typedIn = (form: FormData) => ({
  name: textIn(form, 'name', 100),
  email: textIn(form, 'email', 254),
  role: textIn(form, 'role', 10),
})
