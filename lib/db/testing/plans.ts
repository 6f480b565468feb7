import { db, pool } from '../client'
import { Prisma } from '../generated/client'

interface Node {
  'Node Type': string
  'Relation Name'?: string
  Plans?: Node[]
}

/** The tables among these that the plan of a statement reads as a whole. */
export async function readAsWhole(statement: Prisma.Sql, tables: readonly string[]): Promise<string[]> {
  const [row] = await db.$queryRaw<{ 'QUERY PLAN': { Plan: Node }[] }[]>`explain (format json) ${statement}`
  const nodes = ({ Plans = [], ...node }: Node): Node[] => [node, ...Plans.flatMap(nodes)]
  return nodes(row!['QUERY PLAN'][0]!.Plan)
    .filter((node) => node['Node Type'] === 'Seq Scan' && tables.includes(node['Relation Name'] ?? ''))
    .map((node) => node['Relation Name']!)
}

/**
 * How many rows of each of these tables are read by something, which is then undone. The pool must have one connection
 * (`connect(…, { max: 1 })`): what a connection has counted is told to the others a while after.
 */
export async function rowsRead(
  tables: readonly string[],
  work: () => Promise<unknown>,
): Promise<Record<string, number>> {
  const counted = async () => {
    const { rows } = await pool().query<{ name: string; read: number }>(
      `select relname as name, (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as read
       from pg_stat_xact_user_tables where relname = any ($1)`,
      [tables],
    )
    return new Map(rows.map(({ name, read }) => [name, read]))
  }
  await pool().query('begin')
  try {
    const before = await counted()
    await work()
    const after = await counted()
    return Object.fromEntries(
      tables.map((table) => [table, (after.get(table) ?? 0) - (before.get(table) ?? 0)]),
    )
  } finally {
    await pool().query('rollback')
  }
}
