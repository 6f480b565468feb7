import { beforeAll, expect, test } from 'vitest'
import { allAuditKinds } from '@/lib/audit/types'
import { db, pool } from '@/lib/db/client'
import { aPerson } from '@/lib/db/testing/factories'
import { readAsWhole } from '@/lib/db/testing/plans'
import { auditPage, auditStatement } from './queries'
import { auditPageLength, type AuditWish } from './schema'

const big = ['audit_entry']
const many = 20_000
// Each within the time that a statement of a request has.
const portion = 500

const wish: Record<'person' | 'rare' | 'about', string> = { person: '', rare: '', about: '' }
let after: AuditWish['after']

beforeAll(async () => {
  const staff = await Promise.all(Array.from({ length: 12 }, () => aPerson()))
  const [one, another] = [staff[0]!.id, staff[1]!.id]
  const kinds = allAuditKinds.filter((kind) => kind !== 'role-changed').slice(0, 25)
  // Nearly all by few people, nearly all decisions, as it is on a site that is busy.
  for (let from = 1; from <= many; from += portion)
    await pool().query(
      `insert into audit_entry (id, at, by_id, via, network, kind, subject, subject_id)
     select gen_random_uuid(), now() - n * interval '1 minute',
       case when n % 500 = 0 then $2::uuid else ($1::uuid[])[1 + n % 10] end, 'session', '192.0.2.0/24',
       case when n % 10 = 0 then ($3::text[])[1 + n / 10 % $4::int] else 'comment-decided' end, 'comment',
       gen_random_uuid()
     from generate_series($5::int, $6::int) n`,
      [staff.slice(2).map(({ id }) => id), another, kinds, kinds.length, from, from + portion - 1],
    )
  const about = await db.auditEntry.findFirstOrThrow({ skip: many / 2, orderBy: { at: 'desc' } })
  Object.assign(wish, { person: staff[5]!.id, rare: one, about: about.subjectId })
  after = { at: about.at, id: about.id }
  await db.$executeRaw`vacuum analyze audit_entry`
})

const wishes = (): AuditWish[] => [
  {},
  { person: wish.person },
  { person: wish.rare },
  { kind: 'published' },
  { kind: 'role-changed' },
  { person: wish.person, kind: 'comment-decided' },
  { person: wish.person, kind: 'role-changed' },
  { about: wish.about },
  { from: '2020-01-01', until: '2020-02-01' },
  { person: wish.person, from: '2020-01-01', until: '2020-02-01' },
]

test('no view of the audit reads a table as a whole, on its first page or far behind', async () => {
  for (const one of wishes()) {
    for (const page of [one, { ...one, after }])
      expect(await readAsWhole(auditStatement(page, 'UTC', 51), big), JSON.stringify(page)).toEqual([])
  }
})

/** How many entries a statement has looked at. */
async function lookedAt(page: AuditWish): Promise<number> {
  const { text, values } = auditStatement(page, 'UTC', 51)
  const { rows } = await pool().query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
    `explain (analyze, format json) ${text}`,
    values as unknown[],
  )
  const nodes = ({ Plans = [], ...node }: Plan): Plan[] => [node, ...Plans.flatMap(nodes)]
  return nodes(rows[0]!['QUERY PLAN'][0]!.Plan)
    .filter((node) => node['Relation Name'] === 'audit_entry')
    .reduce((sum, node) => sum + node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0), 0)
}
interface Plan {
  'Relation Name'?: string
  'Actual Rows': number
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}

test('no more entries are looked at than a page shows, and none where there is none', async () => {
  for (const one of wishes())
    for (const page of [one, { ...one, after }])
      expect(await lookedAt(page), JSON.stringify(page)).toBeLessThanOrEqual(auditPageLength + 1)
})

test('pages follow each other without a gap or a repetition', async () => {
  const actor = { role: 'admin', id: wish.rare, name: 'Ada' } as const
  const seen: string[] = []
  let next: string | undefined
  do {
    const page = await auditPage(actor, { kind: 'published', after: next })
    seen.push(...page.rows.map(({ id }) => id))
    next = page.next
  } while (next)
  const all = await db.auditEntry.findMany({
    where: { kind: 'published' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  expect(all.length).toBeGreaterThan(auditPageLength)
  expect(seen).toEqual(all.map(({ id }) => id))
})
