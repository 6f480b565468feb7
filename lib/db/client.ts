import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient, type Prisma } from './generated/client'

export type Db = PrismaClient
/** A client inside a transaction: everything but opening another one. */
export type Tx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]

const place = Symbol.for('chapterhouse.db')
type Connected = { client: PrismaClient; pool: pg.Pool }
type Holder = { [place]?: Connected }

/** Opens the one pool of this process. `max` connections; waiting for one longer than 2 s is an error. */
export function connect(connectionString: string, { max = 10 } = {}): PrismaClient {
  const pool = new pg.Pool({
    connectionString,
    max,
    connectionTimeoutMillis: 2_000,
    application_name: 'chapterhouse',
    // Limits of a web request: a query that is stuck must not hold one of few connections.
    statement_timeout: 5_000,
    lock_timeout: 2_000,
    idle_in_transaction_session_timeout: 10_000,
  })
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {})
  const client = new PrismaClient({ adapter: new PrismaPg(pool) })
  ;(globalThis as Holder)[place] = { client, pool }
  return client
}

export async function disconnect() {
  const connected = (globalThis as Holder)[place]
  if (!connected) return
  ;(globalThis as Holder)[place] = undefined
  await connected.client.$disconnect()
  await connected.pool.end().catch(() => {})
}

const connected = () => {
  const here = (globalThis as Holder)[place]
  if (here) return here
  if (!process.env.DATABASE_URL) throw new Error('connect() has not been called in this process')
  connect(process.env.DATABASE_URL)
  return (globalThis as Holder)[place]!
}

// Next bundles its own copy of this module beside the server's; both reach the same pool through the global place.
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get: (_, name) => Reflect.get(connected().client, name),
})

export const pool = () => connected().pool

/**
 * The rows of a statement that Postgres plans once for each connection and not for each call: Prisma, past which this
 * goes, cannot name one. (PgBouncer in transaction mode can do this since 1.21.)
 */
export const namedRows = async <Row extends object>(
  name: string,
  { text, values }: Prisma.Sql,
): Promise<Row[]> => (await pool().query<Row>({ name, text, values: values as unknown[] })).rows
