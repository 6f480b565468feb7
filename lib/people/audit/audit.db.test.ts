import { describe, expect, test } from 'vitest'
import { forgetNetworks, record, recordAll } from '@/lib/audit/commands'
import { db, pool } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { aPerson, anActor, anEdition } from '@/lib/db/testing/factories'
import { newId } from '@/lib/kernel/ids'
import { refuse } from '@/lib/kernel/result'
import type { StaffActor } from '../permissions'
import { forgetCrowd } from '../sign-in/in-turn'
import { hashPassword } from '../sign-in/passwords'
import { signIn } from '../sign-in/sign-in'
import { auditPage, auditPeople, auditPortions } from './queries'

const newest = (where: object = {}) => db.auditEntry.findFirst({ where, orderBy: { id: 'desc' } })
const anEntry = async (actor: StaffActor, about = newId()) => {
  await record(db, actor, { kind: 'withdrawn', about, after: { status: 'trash' } })
  return (await newest({ subjectId: about }))!
}

describe('an entry', () => {
  test('says who, by what, from where, what and to what, before and after', async () => {
    const actor = { ...(await anActor('admin')), from: '2001:db8::/48' }
    const about = newId()
    await record(db, actor, {
      kind: 'role-changed',
      about,
      before: { role: 'editor' },
      after: { role: 'admin' },
    })
    expect(await newest()).toMatchObject({
      byId: actor.id,
      via: 'session',
      network: '2001:db8::/48',
      kind: 'role-changed',
      subject: 'person',
      subjectId: about,
      before: { role: 'editor' },
      after: { role: 'admin' },
    })
  })

  test('of a rule names the rule, and of what else has acted, that', async () => {
    await record(db, { role: 'system', rule: 'sample' }, { kind: 'published' })
    expect(await newest()).toMatchObject({ byId: null, via: 'rule', after: { rule: 'sample' } })
    await record(db, { via: 'machine' }, { kind: 'recovered' })
    expect(await newest()).toMatchObject({ byId: null, via: 'machine', network: null, subjectId: null })
  })

  test('holds no more than a row may, whatever it is given', async () => {
    const facts = Object.fromEntries(
      Array.from({ length: 500 }, (_, at) => [`${at} ${'n'.repeat(500)}`, '語'.repeat(59) + '😀😀']),
    )
    await record(db, { via: 'job' }, { kind: 'published', before: facts, after: facts })
    const { before, after } = (await newest())!
    expect(Object.keys(before as object)).toHaveLength(30)
    expect(after).toEqual(before)
    await recordAll(db, [])
  })

  test('is there with its deed or not at all', async () => {
    const actor = await anActor('admin')
    const about = newId()
    await inTransaction(async (tx) => {
      await record(tx, actor, { kind: 'published', about })
      return refuse('not-found')
    })
    expect(await newest({ subjectId: about })).toBeNull()
  })
})

describe('the database', () => {
  const others: Record<string, unknown> = {
    id: newId(),
    at: new Date('2020-01-01'),
    by_id: newId(),
    via: 'machine',
    network: '198.51.100.0/24',
    kind: 'published',
    subject: 'comment',
    subject_id: newId(),
    before: { status: 'spam' },
    after: {},
  }
  const change = (id: string, columns: Record<string, unknown>) => {
    const set = Object.keys(columns).map((column, at) => `"${column}" = $${at + 2}`)
    return pool().query(`update audit_entry set ${set.join(', ')} where id = $1`, [
      id,
      ...Object.values(columns),
    ])
  }

  test('has no column that is not tried here', async () => {
    const { rows } = await pool().query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'audit_entry'`,
    )
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(others).sort())
  })

  test.each(Object.entries(others))('keeps %s, also while a network is erased', async (column, value) => {
    const { id } = await anEntry({ ...(await anActor('admin')), from: '192.0.2.0/24' })
    await expect(change(id, { [column]: value })).rejects.toThrow('audit_entry is append-only')
    if (column !== 'network')
      await expect(change(id, { network: null, [column]: value })).rejects.toThrow('append-only')
  })

  test('lets nothing go, one by one or all at once', async () => {
    const { id } = await anEntry(await anActor('admin'))
    await expect(pool().query('delete from audit_entry where id = $1', [id])).rejects.toThrow('append-only')
    await expect(pool().query('truncate audit_entry')).rejects.toThrow('append-only')
    await expect(pool().query('truncate audit_entry cascade')).rejects.toThrow('append-only')
    expect(await db.auditEntry.findUnique({ where: { id } })).not.toBeNull()
  })

  test('lets only the network be erased, once its time is over', async () => {
    const actor = { ...(await anActor('admin')), from: '192.0.2.0/24' }
    const { id: fresh } = await anEntry(actor)
    const old = newId()
    await pool().query(
      `insert into audit_entry (id, at, by_id, via, network, kind, subject)
       values ($1, now() - interval '31 days', $2, 'session', '192.0.2.0/24', 'published', 'edition')`,
      [old, actor.id],
    )
    const networkOf = async (id: string) => (await db.auditEntry.findUniqueOrThrow({ where: { id } })).network
    expect(await forgetNetworks(30)).toBeGreaterThanOrEqual(1)
    expect([await networkOf(old), await networkOf(fresh)]).toEqual([null, '192.0.2.0/24'])
    await expect(change(old, { network: '192.0.2.0/24' })).rejects.toThrow('append-only')
  })
})

describe('at the desk', () => {
  test('entries are found by who, what, to what and when, by the clocks of whoever asks', async () => {
    const actor: StaffActor = { ...(await anActor('admin', 'Ada')), zone: 'Asia/Tokyo' }
    const edition = await anEdition({ title: 'The lamp' })
    await record(db, actor, { kind: 'published', about: edition.editionId })
    await record(db, actor, { kind: 'comments-closed', about: edition.chapterId })
    const late = newId()
    // In Tokyo it is the 2nd already.
    await pool().query(
      `insert into audit_entry (id, at, by_id, via, kind, subject) values ($1, '2020-03-01T16:00Z', $2, 'session', 'published', 'edition')`,
      [late, actor.id],
    )
    const kinds = async (asked: object) => (await auditPage(actor, asked)).rows.map(({ kind }) => kind)
    const mine = { person: actor.id }
    expect(await kinds(mine)).toEqual(['comments-closed', 'published', 'published'])
    expect(await kinds({ ...mine, kind: 'comments-closed' })).toEqual(['comments-closed'])
    expect(await kinds({ about: edition.editionId })).toEqual(['published'])
    const ids = async (asked: object) => (await auditPage(actor, asked)).rows.map(({ id }) => id)
    expect(await ids({ ...mine, from: '2020-03-02', until: '2020-03-02' })).toEqual([late])
    expect(await ids({ ...mine, until: '2020-03-01' })).toEqual([])
    const [first] = (await auditPage(actor, { about: edition.editionId })).rows
    expect(first).toMatchObject({ by: 'Ada', name: 'The lamp', subject: 'edition', via: 'session' })
    expect((await auditPage(actor, { about: edition.chapterId })).rows[0]).toMatchObject({ name: 'The lamp' })
    expect(await auditPeople(actor)).toContainEqual({ id: actor.id, name: 'Ada' })
  })

  test('people and lines are called as they are now, and gone ones by nothing', async () => {
    const actor = await anActor('admin', 'Ada')
    const person = await aPerson({ name: 'Emil' })
    const word = { id: newId(), list: 'moderation', pattern: 'lamp', folded: newId() } as const
    await db.wordRule.create({ data: word })
    await record(db, actor, { kind: 'person-added', about: person.id })
    await record(db, actor, { kind: 'word-added', about: word.id })
    const named = async (about: string) => (await auditPage(actor, { about })).rows[0]!.name
    expect([await named(person.id), await named(word.id)]).toEqual(['Emil', 'lamp'])
    await db.wordRule.delete({ where: { id: word.id } })
    expect(await named(word.id)).toBeNull()
  })

  test('whatever an address says, it asks for something that can be looked for', async () => {
    const actor = await anActor('admin')
    for (const odd of ['', 'x', "';--", '\0', '2020-13-45', '9999-12-31', ['a'], { a: 1 }, '\ud800', 7])
      await auditPage(actor, { person: odd, kind: odd, about: odd, from: odd, until: odd, after: odd })
    await auditPage(actor, undefined)
  })

  test('a file has all of it, a portion after the other', async () => {
    const actor = await anActor('admin')
    await recordAll(
      db,
      Array.from({ length: 1_500 }, () => ({ by: actor, kind: 'published' as const })),
    )
    const portions: number[] = []
    for await (const rows of auditPortions(actor, { person: actor.id })) portions.push(rows.length)
    expect(portions).toEqual([1_000, 500])
  })
})

describe('a sign-in', () => {
  const password = 'correct horse battery'
  const address = '192.0.2.77'

  test('leaves one entry, of the same shape whether anybody has that address or not', async () => {
    forgetCrowd()
    const person = await aPerson({ passwordHash: await hashPassword(password) })
    const left = async (email: string, guess: string) => {
      const before = await db.auditEntry.count()
      await signIn({ email, password: guess }, { address })
      expect(await db.auditEntry.count()).toBe(before + 1)
      const { id: _id, at: _at, ...entry } = (await newest())!
      return entry
    }
    const common = { via: 'sign-in', network: '192.0.2.0/24', subject: 'person', before: {}, after: {} }
    const refused = { ...common, byId: null, kind: 'sign-in-refused' }
    expect(await left(person.email, 'wrong')).toEqual({ ...refused, subjectId: person.id })
    expect(await left('nobody@example.org', 'wrong')).toEqual({ ...refused, subjectId: null })
    expect(await left(person.email, password)).toEqual({
      ...common,
      kind: 'signed-in',
      byId: person.id,
      subjectId: person.id,
    })
  })
})
