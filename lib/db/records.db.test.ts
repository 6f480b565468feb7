import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { newId } from '@/lib/kernel/ids'
import { db, pool } from './client'
import { aComment, anActor, anEdition } from './testing/factories'

// Decisions and revisions are written once, whoever asks: no door of the code may be trusted with that alone.

type Table = 'moderation_decision' | 'revision'
const writtenOnce = /is append-only/

const change = (table: Table, id: string, columns: Record<string, unknown>) => {
  const set = Object.keys(columns).map((column, place) => `"${column}" = $${place + 2}`)
  return pool().query(`update ${table} set ${set.join(', ')} where id = $1`, [id, ...Object.values(columns)])
}

const columnsOf = async (table: Table) => {
  const { rows } = await pool().query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = 'public' and table_name = $1`,
    [table],
  )
  return rows.map(({ name }) => name).sort()
}

async function aDecision() {
  const { id: byId } = await anActor()
  const words = { from: 'pending', to: 'spam', reason: 'Rea sells lamps' } as const
  return db.moderationDecision.create({
    data: { ...words, id: newId(), commentId: (await aComment()).id, byId },
  })
}

const why = { why: 'note', whyParameters: { text: 'Rea sells lamps' } }
const decidedByRule = async () =>
  db.moderationDecision.create({
    data: {
      ...why,
      id: newId(),
      commentId: (await aComment()).id,
      from: 'pending',
      to: 'spam',
      rule: 'links',
    },
  })

const aBulkDecision = async () =>
  db.bulkDecision.create({
    data: {
      id: newId(),
      byId: (await anActor()).id,
      view: 'pending',
      filters: {},
      zone: 'UTC',
      until: new Date(),
      state: 'done',
    },
  })

const later = new Date('2030-01-01T00:00:00Z')

/** Another value for each column of a decision. */
const ofDecision: Record<string, () => unknown> = {
  id: randomUUID,
  comment_id: async () => (await aComment()).id,
  from_status: () => 'approved',
  to_status: () => 'trash',
  reason: () => 'Rea sells nothing',
  why: () => 'links',
  why_parameters: () => ({ text: 'other' }),
  by_id: async () => (await anActor()).id,
  bulk_id: async () => (await aBulkDecision()).id,
  rule: () => 'spam-verdict',
  undoes: () => true,
  at: () => later,
  locale: () => 'ja',
  waited: () => 7,
  held_by: () => 'links',
  checked_by: () => 'akismet',
}

/** … and of a revision. */
const ofRevision: Record<string, () => unknown> = {
  id: randomUUID,
  edition_id: async () => (await anEdition()).editionId,
  number: () => 7,
  title: () => 'Another title',
  summary: () => 'Another summary',
  doc: () => ({ type: 'doc', content: [] }),
  html: () => '<p>Other words</p>',
  text: () => 'Other words',
  author_id: async () => (await anActor()).id,
  at: () => later,
}

test('no column of the records is left out here', async () => {
  expect(Object.keys(ofDecision).sort()).toEqual(await columnsOf('moderation_decision'))
  expect(Object.keys(ofRevision).sort()).toEqual(await columnsOf('revision'))
})

describe('of a decision', () => {
  test.each(Object.entries(ofDecision))('%s stays as it was written', async (column, other) => {
    const { id } = await (column.startsWith('why') ? decidedByRule() : aDecision())
    await expect(change('moderation_decision', id, { [column]: await other() })).rejects.toThrow(writtenOnce)
  })

  const kept = Object.entries(ofDecision).filter(([column]) => !/^(reason|why.*)$/.test(column))
  test.each(kept)('%s stays also where a reason is erased with it', async (column, other) => {
    const [{ id }, { id: byRule }] = [await aDecision(), await decidedByRule()]
    const value = await other()
    const erased = { reason: null, why: null, why_parameters: {} }
    for (const one of [id, byRule])
      await expect(
        change('moderation_decision', one, { ...erased, [column]: one === byRule ? await other() : value }),
      ).rejects.toThrow(writtenOnce)
  })

  test('the words of a person can be erased, and come back by nobody', async () => {
    const { id } = await aDecision()
    await change('moderation_decision', id, { reason: null })
    await change('moderation_decision', id, { reason: null })
    expect(await db.moderationDecision.findUnique({ where: { id } })).toMatchObject({ reason: null })
    for (const reason of ['Rea sells lamps', ''])
      await expect(change('moderation_decision', id, { reason })).rejects.toThrow(writtenOnce)
  })

  test('what a rule said can be erased whole, and come back by nobody', async () => {
    const { id } = await decidedByRule()
    const refused = (columns: Record<string, unknown>) =>
      expect(change('moderation_decision', id, columns)).rejects.toThrow(writtenOnce)
    await refused({ why_parameters: {} })
    await refused({ why_parameters: { text: 'Rea sells nothing' } })
    await refused({ why: 'links' })
    expect(await db.moderationDecision.findUnique({ where: { id } })).toMatchObject(why)
    await change('moderation_decision', id, { why: null, why_parameters: {} })
    expect(await db.moderationDecision.findUnique({ where: { id } })).toMatchObject({
      why: null,
      whyParameters: {},
      rule: 'links',
    })
    await refused({ why: 'note', why_parameters: why.whyParameters })
    await refused({ why: 'links' })
  })

  test('nothing goes: no decision can be removed, but with its comment', async () => {
    const { id, commentId } = await aDecision()
    await change('moderation_decision', id, { reason: null })
    await expect(pool().query('delete from moderation_decision where id = $1', [id])).rejects.toThrow(
      writtenOnce,
    )
    await pool().query('delete from comment where id = $1', [commentId])
    expect(await db.moderationDecision.findUnique({ where: { id } })).toBeNull()
  })
})

describe('of a revision', () => {
  test.each(Object.entries(ofRevision))('%s stays as it was written', async (column, other) => {
    const { revisionId } = await anEdition()
    await expect(change('revision', revisionId, { [column]: await other() })).rejects.toThrow(writtenOnce)
  })

  test('nothing goes: neither one that is shown nor a draft', async () => {
    for (const published of [undefined, false] as const) {
      const { revisionId } = await anEdition({ published })
      await expect(pool().query('delete from revision where id = $1', [revisionId])).rejects.toThrow(
        writtenOnce,
      )
    }
  })
})
