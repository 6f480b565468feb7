import { generateSync } from 'otplib'
import type { AuditKind } from '@/lib/audit/types'
import { db } from '@/lib/db/client'
import { aComment, aPerson, aSession } from '@/lib/db/testing/factories'
import { newId } from '@/lib/kernel/ids'
import { changePassword } from '@/lib/people/accounts/password-commands'
import { endSessionsOf, removePerson, setLanguages } from '@/lib/people/accounts/staff-commands'
import { askEmailChange, cancelEmailChange, confirmEmailChange } from '@/lib/people/email-change/commands'
import { confirmToken } from '@/lib/people/email-change/tokens'
import type { StaffActor } from '@/lib/people/permissions'
import { addPasskey, beginPasskey, removePasskey } from '@/lib/people/second-factor/passkey-commands'
import { totpSetUp } from '@/lib/people/second-factor/queries'
import { renewRecoveryCodes } from '@/lib/people/second-factor/recovery-code-commands'
import { anAuthenticator } from '@/lib/people/second-factor/testing/authenticator'
import { beginTotp, confirmTotp, endTotp } from '@/lib/people/second-factor/totp-commands'
import { endOtherSessions, endOwnSession } from '@/lib/people/sessions/commands'
import { hashPassword } from '@/lib/people/sign-in/passwords'
import { startBulk, cancelBulk, undoBulk } from '@/lib/moderation/bulk/commands'
import { addStandingRule, endStandingRule } from '@/lib/moderation/rules/commands'
import { removeView, renameView, saveView } from '@/lib/moderation/saved-views/commands'

export interface Case {
  command: string
  kind: AuditKind
  act: (actor: StaffActor) => Promise<unknown>
}

const current = 'correct horse battery'
const visitor = { address: '192.0.2.1' }

/** The actor knows this password. */
async function knowing({ id }: StaffActor) {
  await db.person.update({ where: { id }, data: { passwordHash: await hashPassword(current) } })
  return { current }
}

async function added(actor: StaffActor) {
  const device = anAuthenticator()
  const begun = await beginPasskey(actor, { name: 'My phone' })
  if (!begun.ok) throw new Error(begun.refusal)
  const { options, challenge } = begun.value
  return {
    device,
    outcome: await addPasskey(actor, { name: 'My phone', response: device.make(options), challenge }),
  }
}

async function appOf(actor: StaffActor) {
  await beginTotp(actor)
  const { secret } = (await totpSetUp(actor))!
  return confirmTotp(actor, { code: generateSync({ secret }) })
}

async function changeOf(actor: StaffActor) {
  await askEmailChange(actor, { email: `${newId()}@example.org`, ...(await knowing(actor)) }, visitor)
  const { id } = await db.emailChange.findFirstOrThrow({ where: { personId: actor.id } })
  return confirmToken(id)
}

/** What each of the staff does with their own account. */
const own: Case[] = [
  { command: 'addPasskey', kind: 'passkey-added', act: async (actor) => (await added(actor)).outcome },
  {
    command: 'removePasskey',
    kind: 'passkey-removed',
    act: async (actor) => removePasskey(actor, { id: (await added(actor)).device.id }),
  },
  { command: 'beginTotp', kind: 'app-begun', act: beginTotp },
  { command: 'confirmTotp', kind: 'app-confirmed', act: appOf },
  { command: 'endTotp', kind: 'app-ended', act: async (actor) => (await appOf(actor)) && endTotp(actor) },
  {
    command: 'renewRecoveryCodes',
    kind: 'recovery-codes-renewed',
    act: async (actor) => (await appOf(actor)) && renewRecoveryCodes(actor),
  },
  {
    command: 'askEmailChange',
    kind: 'email-asked',
    act: async (actor) =>
      askEmailChange(actor, { email: `${newId()}@example.org`, ...(await knowing(actor)) }, visitor),
  },
  {
    command: 'cancelEmailChange',
    kind: 'email-cancelled',
    act: async (actor) => (await changeOf(actor)) && cancelEmailChange(actor),
  },
  {
    command: 'confirmEmailChange',
    kind: 'email-changed',
    act: async (actor) => confirmEmailChange(actor, { token: await changeOf(actor) }),
  },
  {
    command: 'changePassword',
    kind: 'password-changed',
    act: async (actor) =>
      changePassword(actor, { ...(await knowing(actor)), password: 'the tide turns at noon' }, visitor),
  },
  {
    command: 'endOwnSession',
    kind: 'session-ended',
    act: async (actor) => endOwnSession(actor, { sessionId: (await aSession(actor.id)).sessionId }),
  },
  {
    command: 'endOtherSessions',
    kind: 'other-sessions-ended',
    act: async (actor) => (await aSession(actor.id)) && endOtherSessions(actor),
  },
]

const staff: Case[] = [
  {
    command: 'endSessionsOf',
    kind: 'sessions-ended',
    act: async (actor) => endSessionsOf(actor, { personId: (await aPerson()).id }),
  },
  {
    command: 'removePerson',
    kind: 'person-removed',
    act: async (actor) => removePerson(actor, { personId: (await aPerson()).id, sure: 'yes' }),
  },
  {
    command: 'setLanguages',
    kind: 'languages-set',
    act: async (actor) => setLanguages(actor, { personId: (await aPerson()).id, languages: ['ja'] }),
  },
]

const view = { status: 'pending', filters: { q: 'lamp' } } as const
const saved = async (actor: StaffActor, name: string) => {
  const outcome = await saveView(actor, { ...view, name })
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value.id
}
const bulk = (actor: StaffActor, state: 'running' | 'done') =>
  db.bulkDecision
    .create({
      data: {
        id: newId(),
        byId: actor.id,
        view: 'pending',
        filters: {},
        zone: 'UTC',
        until: new Date(),
        becomes: 'spam',
        state,
        total: 1,
        decided: 1,
        ...(state === 'done' && { settledAt: new Date() }),
      },
    })
    .then(({ id }) => id)

const queue: Case[] = [
  {
    command: 'startBulk',
    kind: 'bulk-begun',
    act: async (actor) => {
      await aComment({ sentAt: new Date(Date.now() - 60_000) })
      return startBulk(actor, { ...view, filters: {}, becomes: 'spam', until: new Date().toISOString() })
    },
  },
  {
    command: 'cancelBulk',
    kind: 'bulk-cancelled',
    act: async (actor) => cancelBulk(actor, await bulk(actor, 'running')),
  },
  {
    command: 'undoBulk',
    kind: 'bulk-undone',
    act: async (actor) => undoBulk(actor, await bulk(actor, 'done')),
  },
  { command: 'saveView', kind: 'view-saved', act: (actor) => saveView(actor, { ...view, name: 'A view' }) },
  {
    command: 'renameView',
    kind: 'view-renamed',
    act: async (actor) => renameView(actor, { id: await saved(actor, 'A view'), name: 'Another view' }),
  },
  {
    command: 'removeView',
    kind: 'view-removed',
    act: async (actor) => removeView(actor, await saved(actor, 'A view')),
  },
]

const about = () => ({ kind: 'host', value: `${newId()}.invalid`, effect: 'hold', reason: 'An answer' })
const rules: Case[] = [
  { command: 'addStandingRule', kind: 'rule-made', act: (actor) => addStandingRule(actor, about()) },
  {
    command: 'endStandingRule',
    kind: 'rule-ended',
    act: async (actor) => {
      const outcome = await addStandingRule(actor, about())
      if (!outcome.ok) throw new Error(outcome.refusal)
      return endStandingRule(actor, outcome.value.id)
    },
  },
]

export const casesOfOwn = [...own, ...staff, ...queue, ...rules]
