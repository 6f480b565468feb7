import { beforeEach, describe, expect, test } from 'vitest'
import { recordRanking, removeRanking } from '@/lib/chapters/rankings/commands'
import { publish, withdraw } from '@/lib/chapters/publishing/commands'
import { addEdition, createChapter } from '@/lib/chapters/writing/create-commands'
import { saveDraft } from '@/lib/chapters/writing/draft-commands'
import { changeDiscussion, closeComments } from '@/lib/comments/discussion/commands'
import { db } from '@/lib/db/client'
import { aComment, anActor, anEdition, aPerson, aSession } from '@/lib/db/testing/factories'
import { runtime, setRuntime } from '@/lib/kernel/env'
import { newId } from '@/lib/kernel/ids'
import { decide } from '@/lib/moderation/decisions/commands'
import { replyAsStaff } from '@/lib/moderation/decisions/reply-commands'
import { checkAgain, checkAllAgain, reviewNow } from '@/lib/moderation/screening/recheck-commands'
import { addWordRule, removeWordRule } from '@/lib/moderation/words/commands'
import { addPerson, changeRole, disablePerson, enablePerson, makeLink } from '@/lib/people/accounts/commands'
import { changeOwnAccount } from '@/lib/people/accounts/own-commands'
import { stopEmailChange } from '@/lib/people/email-change/stop-commands'
import { stopToken } from '@/lib/people/email-change/tokens'
import { hashOf } from '@/lib/people/links/setup-link'
import { signOut } from '@/lib/people/sessions/commands'
import { forgetCrowd } from '@/lib/people/sign-in/in-turn'
import { hashPassword } from '@/lib/people/sign-in/passwords'
import { provePassword } from '@/lib/people/sign-in/prove-commands'
import { actingFunctions } from '@/lib/people/testing/acting-functions'
import { casesOfChanges } from './testing/audited-changes'
import { casesOfOwn, type Case } from './testing/audited-own'

// Every command in which somebody acts leaves an entry in the audit, or stands here with the record that says it already.

const toldElsewhere: Record<string, string> = {
  decideEach: 'each is a decision like any other',
  move: 'a part of a decision, which leaves the entry',
  noteLesson: 'a part of a decision',
  saveDetails: 'a part of saving a draft, which is tried',
  recheckProgress: 'it reads',
  decideTogether: 'each is a decision like any other',
  noteLessons: 'a part of a decision',
  tellEdited: 'a part of an edit, which leaves the entry',
  tellLooking: 'it tells open desks who looks at what, and keeps nothing',
  beginPasskey: 'it asks a device: what comes back is added by another command',
  proveByPassword: 'it shows who acts, and changes nothing',
  proveByPasskey: 'it shows who acts, and changes nothing',
  provePassword: 'it shows who acts, and changes nothing; a wrong password leaves its entry below',
  changing: 'a part of the commands about people',
  managing: 'a part of the commands about people',
  keepPicture: 'a picture says who has brought it, and when',
}

const subject = () => `A subject ${newId()}`
const ranking = (chapterId: string) => ({
  chapterId,
  kind: 'hashtag',
  subject: subject(),
  place: 1,
  service: 'A service',
  sourceUrl: 'https://example.org/',
  asOf: '2026-01-01',
})
const doc = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'It goes on.' }] }],
}

const cases: Case[] = [
  ...casesOfOwn,
  ...casesOfChanges,
  {
    command: 'decide',
    kind: 'comment-decided',
    act: async (actor) =>
      decide(actor, { commentId: (await aComment()).id, seen: 'pending', becomes: 'spam' }),
  },
  {
    command: 'replyAsStaff',
    kind: 'comment-answered',
    act: async (actor) =>
      replyAsStaff(
        actor,
        { commentId: (await aComment({ status: 'approved' })).id, text: 'An answer', seen: 'approved' },
        { ip: '192.0.2.1', userAgent: '' },
      ),
  },
  {
    command: 'checkAgain',
    kind: 'comment-checked-again',
    act: async (actor) => checkAgain(actor, (await aComment({ traced: true })).id),
  },
  { command: 'checkAllAgain', kind: 'all-checked-again', act: checkAllAgain },
  { command: 'reviewNow', kind: 'checker-reviewed', act: reviewNow },
  {
    command: 'closeComments',
    kind: 'comments-closed',
    act: async (actor) => closeComments(actor, { chapterId: (await anEdition()).chapterId, closed: true }),
  },
  {
    command: 'closeComments',
    kind: 'comments-opened',
    act: async (actor) => closeComments(actor, { chapterId: (await anEdition()).chapterId, closed: false }),
  },
  {
    command: 'changeDiscussion',
    kind: 'discussion-changed',
    act: (actor) => changeDiscussion(actor, { pageSize: 10 + (Date.now() % 30) }),
  },
  {
    command: 'addWordRule',
    kind: 'word-added',
    act: (actor) => addWordRule(actor, { list: 'moderation', pattern: `lamp ${newId()}` }),
  },
  {
    command: 'removeWordRule',
    kind: 'word-removed',
    act: async (actor) => {
      const word = { id: newId(), list: 'moderation', pattern: 'x', folded: newId() } as const
      await db.wordRule.create({ data: word })
      return removeWordRule(actor, word.id)
    },
  },
  {
    command: 'createChapter',
    kind: 'chapter-begun',
    act: (actor) => createChapter(actor, { series: { title: 'A series' }, locale: 'en', title: 'A title' }),
  },
  {
    command: 'addEdition',
    kind: 'edition-begun',
    act: async (actor) =>
      addEdition(actor, { chapterId: (await anEdition()).chapterId, locale: 'ja', title: 'A title' }),
  },
  {
    command: 'saveDraft',
    kind: 'details-changed',
    act: async (actor) => {
      const { editionId, revisionId: basedOn } = await anEdition({ published: false })
      const slug = `slug-${newId()}`
      return saveDraft(actor, { editionId, basedOn, title: 'x', summary: '', doc, slug, tags: ['lamp'] })
    },
  },
  {
    command: 'publish',
    kind: 'published',
    act: async (actor) => {
      const { editionId, revisionId } = await anEdition({ published: false })
      return publish(actor, { editionId, revisionId })
    },
  },
  {
    command: 'publish',
    kind: 'scheduled',
    act: async (actor) => {
      const { editionId, revisionId } = await anEdition({ published: false })
      return publish(actor, { editionId, revisionId, at: new Date(Date.now() + 86_400_000) })
    },
  },
  {
    command: 'withdraw',
    kind: 'withdrawn',
    act: async (actor) => withdraw(actor, { editionId: (await anEdition()).editionId }),
  },
  {
    command: 'withdraw',
    kind: 'withdrawn-for-good',
    act: async (actor) => withdraw(actor, { editionId: (await anEdition()).editionId, forGood: true }),
  },
  {
    command: 'recordRanking',
    kind: 'ranking-recorded',
    act: async (actor) => recordRanking(actor, ranking((await anEdition()).chapterId)),
  },
  {
    command: 'removeRanking',
    kind: 'ranking-removed',
    act: async (actor) => {
      const { chapterId } = await anEdition()
      const { asOf, kind: _kind, ...rest } = ranking(chapterId)
      const row = { ...rest, kind: 'hashtag', id: newId(), asOf: new Date(asOf) } as const
      await db.rankingFact.create({ data: row })
      return removeRanking(actor, { id: row.id, chapterId })
    },
  },
  {
    command: 'addPerson',
    kind: 'person-added',
    act: (actor) => addPerson(actor, { name: 'Emil', email: `${newId()}@example.org`, role: 'writer' }),
  },
  {
    command: 'makeLink',
    kind: 'link-made',
    act: async (actor) => makeLink(actor, { personId: (await aPerson()).id }),
  },
  {
    command: 'changeRole',
    kind: 'role-changed',
    act: async (actor) => changeRole(actor, { personId: (await aPerson()).id, role: 'writer' }),
  },
  {
    command: 'disablePerson',
    kind: 'person-disabled',
    act: async (actor) => disablePerson(actor, { personId: (await aPerson()).id }),
  },
  {
    command: 'enablePerson',
    kind: 'person-enabled',
    act: async (actor) => enablePerson(actor, { personId: (await aPerson({ disabledAt: new Date() })).id }),
  },
  {
    command: 'changeOwnAccount',
    kind: 'account-changed',
    act: (actor) => changeOwnAccount(actor, { name: 'Somebody else', locale: 'ja', zone: '' }),
  },
]

test('every command in which somebody acts stands here', () => {
  const found = actingFunctions('lib/**/*commands.ts').map(({ name }) => name)
  const here = [...cases.map(({ command }) => command), ...Object.keys(toldElsewhere)]
  expect(found.filter((name) => !here.includes(name))).toEqual([])
  expect(here.filter((name) => !found.includes(name))).toEqual([])
})

beforeEach(() => {
  forgetCrowd()
  setRuntime({ ...runtime(), sendsMail: true, siteUrl: 'http://localhost:3000' })
})

const entries = () => db.auditEntry.findMany({ orderBy: { id: 'asc' } })

describe('one entry', () => {
  test.each(cases)('of $command: $kind', async ({ kind, act }) => {
    const actor = { ...(await anActor('admin')), from: '192.0.2.0/24', provedAt: Date.now() }
    const before = await entries()
    expect(await act(actor)).not.toMatchObject({ ok: false })
    const fresh = (await entries()).slice(before.length)
    const ofKind = fresh.filter((one) => one.kind === kind)
    expect(ofKind).toHaveLength(1)
    expect(ofKind[0]).toMatchObject({ byId: actor.id, via: 'session', network: actor.from })
    // Nothing that people have written, nor who they are.
    expect(JSON.stringify(fresh)).not.toMatch(
      /Rea|rea@|I liked|Emil|@example|An answer|lamp|A title|Somebody else|My phone|A view|Another view|horse/,
    )
  })

  test.each(cases)('of nothing, where $command is refused: $kind', async ({ act }) => {
    const actor = await anActor('writer')
    await db.person.update({ where: { id: actor.id }, data: { disabledAt: new Date() } })
    const refused = { ...actor, role: 'nobody' as never, provedAt: Date.now() }
    const before = await entries()
    const answer = await act(refused).catch(() => undefined)
    if (answer === undefined) expect(await entries()).toEqual(before)
  })
})

describe('an entry of who acts without being asked for a power', () => {
  test('is left by whoever signs out, once', async () => {
    const { id: personId } = await aPerson()
    const session = await aSession(personId)
    await signOut(session, '192.0.2.0/24')
    await signOut(session, '192.0.2.0/24')
    const left = await db.auditEntry.findMany({ where: { subjectId: personId } })
    expect(left).toMatchObject([
      { kind: 'signed-out', byId: personId, via: 'session', network: '192.0.2.0/24' },
    ])
  })

  test.each([
    ['before it was confirmed', null],
    ['after it', new Date()],
  ])('is left by whoever stops a change of address by the link, %s', async (_when, confirmedAt) => {
    const person = await aPerson()
    const id = newId()
    const toEmail = `${newId()}@example.org`
    const hashes = { confirmHash: hashOf(newId()), stopHash: hashOf(stopToken(id)) }
    const change = { id, personId: person.id, fromEmail: person.email, toEmail, confirmedAt, ...hashes }
    await db.emailChange.create({ data: change })
    expect(await stopEmailChange(stopToken(id))).toMatchObject({ ok: true })
    const left = await db.auditEntry.findMany({ where: { subjectId: person.id } })
    const after = { back: confirmedAt !== null }
    expect(left).toMatchObject([{ kind: 'email-stopped', byId: person.id, via: 'link', after }])
  })

  test('is left by a wrong password of who is in, and none of a sign-in by a right one', async () => {
    const actor = await anActor()
    const passwordHash = await hashPassword('correct horse battery')
    await db.person.update({ where: { id: actor.id }, data: { passwordHash } })
    for (const password of ['correct horse battery', 'wrong'])
      await provePassword(actor, password, { address: '192.0.2.77' })
    const left = await db.auditEntry.findMany({ where: { subjectId: actor.id } })
    expect(left.map(({ kind }) => kind)).toEqual(['proof-refused'])
  })
})
