import { db } from '../client'
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
