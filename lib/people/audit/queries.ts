import { Prisma } from '@/lib/db/generated/client'
import { db } from '@/lib/db/client'
import type { AuditSubject, AuditVia, Facts } from '@/lib/audit/types'
import { spanOf } from '@/lib/i18n/time/span'
import { writePlace, type ListPlace } from '@/lib/kernel/list-place'
import { ensure, type StaffActor } from '../permissions'
import { auditPageLength, readAudit, type AuditWish } from './schema'

export interface AuditRow {
  id: string
  at: Date
  byId: string | null
  /** What somebody is called now; null for who is not known any more. */
  by: string | null
  via: AuditVia
  network: string | null
  kind: string
  subject: AuditSubject
  subjectId: string | null
  /** What the subject is called now, where it has a name. */
  name: string | null
  before: Facts
  after: Facts
}

export interface AuditPage {
  wish: AuditWish
  rows: AuditRow[]
  next?: string
}

/** A page of the audit, the newest first. */
export async function auditPage(actor: StaffActor, given: unknown): Promise<AuditPage> {
  ensure(actor, 'read the audit')
  const wish = readAudit(given)
  const found = await db.$queryRaw<AuditRow[]>(auditStatement(wish, actor.zone, auditPageLength + 1))
  const rows = found.slice(0, auditPageLength)
  return { wish, rows, ...(found.length > rows.length && { next: writePlace(rows.at(-1)!) }) }
}

/** So many entries at once, and so many in all: what is older is asked for by its days. */
const portion = 1_000
const mostExported = 100_000

/** What the same wish finds, whole, a portion after the other. */
export function auditPortions(actor: StaffActor, given: unknown): AsyncGenerator<AuditRow[]> {
  ensure(actor, 'read the audit')
  return portionsOf(readAudit(given), actor.zone)
}

async function* portionsOf(wish: AuditWish, zone: string | null | undefined) {
  let after: ListPlace | undefined
  for (let told = 0; told < mostExported; told += portion) {
    const rows = await db.$queryRaw<AuditRow[]>(auditStatement({ ...wish, after }, zone, portion))
    if (rows.length > 0) yield rows
    if (rows.length < portion) return
    after = rows.at(-1)!
  }
}

/** The staff, for choosing one of them. */
export async function auditPeople(actor: StaffActor): Promise<{ id: string; name: string }[]> {
  ensure(actor, 'read the audit')
  return db.person.findMany({ select: { id: true, name: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }] })
}

/** Entries by their keyset, each with the names that are known now. (Plans are tested on a large table.) */
export function auditStatement(wish: AuditWish, zone: string | null | undefined, take: number) {
  const { where, order } = walkOf(wish, zone)
  return Prisma.sql`
    select a.id::text, a.at, a.by_id::text as "byId", who.name as by, a.via, a.network, a.kind, a.subject,
      a.subject_id::text as "subjectId", ${nameOfSubject} as name, a.before, a.after
    from (select * from audit_entry where ${where} order by ${order} limit ${take}::int) a
    left join person who on who.id = a.by_id
    order by a.at desc, a.id desc`
}

/**
 * The index of what is asked for is walked between two of its places. Both are said for all of its columns at once: with
 * `by_id = …` Postgres may walk through all entries by time instead, and looks at those of others too.
 */
function walkOf(wish: AuditWish, zone: string | null | undefined) {
  const { person, kind, about, after } = wish
  const { from, before } = spanOf({ from: wish.from, to: wish.until }, zone ?? undefined)
  const fixed = about
    ? [{ column: Prisma.sql`subject_id`, value: Prisma.sql`${about}::uuid` }]
    : [
        ...(person ? [{ column: Prisma.sql`by_id`, value: Prisma.sql`${person}::uuid` }] : []),
        ...(kind ? [{ column: Prisma.sql`kind`, value: Prisma.sql`${kind}` }] : []),
      ]
  const columns = fixed.map(({ column }) => column)
  const values = fixed.map(({ value }) => value)
  const [at, id] = [Prisma.sql`at`, Prisma.sql`id`]
  const place =
    after && !(before && after.at > before) ? after : { at: before, id: before ? firstId : lastId }
  const where = [
    Prisma.sql`(${Prisma.join([...columns, at, id])}) < (${Prisma.join([
      ...values,
      moment(place.at, 'infinity'),
      Prisma.sql`${place.id}::uuid`,
    ])})`,
    Prisma.sql`(${Prisma.join([...columns, at])}) >= (${Prisma.join([...values, moment(from, '-infinity')])})`,
    // Of what was done to one thing there is little.
    ...(about && person ? [Prisma.sql`by_id = ${person}::uuid`] : []),
    ...(about && kind ? [Prisma.sql`kind = ${kind}`] : []),
  ]
  const order = [...columns, at, id].map((column) => Prisma.sql`${column} desc`)
  return { where: Prisma.join(where, ' and '), order: Prisma.join(order) }
}

const moment = (at: Date | undefined, otherwise: string) =>
  Prisma.sql`${at?.toISOString() ?? otherwise}::timestamptz`
const firstId = '00000000-0000-0000-0000-000000000000'
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

// A comment is called by nothing: it may have been erased, and its page tells what is left.
const nameOfSubject = Prisma.sql`
  case a.subject
    when 'person' then (select p.name from person p where p.id = a.subject_id)
    when 'word' then (select w.pattern from word_rule w where w.id = a.subject_id)
    when 'rule' then (select r.value from standing_rule r where r.id = a.subject_id)
    when 'edition' then (
      select r.title from revision r where r.edition_id = a.subject_id order by r.number desc limit 1)
    when 'chapter' then (
      select r.title from edition e join revision r on r.edition_id = e.id
      where e.chapter_id = a.subject_id order by e.id, r.number desc limit 1)
  end`
