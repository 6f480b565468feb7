import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { lockConnectionFor } from './locks'

/**
 * Applies what is new in prisma/migrations, in the order of the names, each in a transaction of its own. What has been
 * applied stands in `_prisma_migrations` as `prisma migrate deploy` would write it, so that Prisma's own commands go on
 * from here (a test asks its engine). Answers the names just applied.
 */
export async function migrate(connectionString: string, root = process.cwd()): Promise<string[]> {
  const client = new pg.Client({ connectionString })
  client.on('error', () => {}) // a connection that breaks fails the next question
  await client.connect()
  try {
    await lockConnectionFor(client, 'migrations') // two processes may start together
    await client.query(history)
    const isApplied = await appliedTo(client)
    const waiting = migrationsIn(root).filter(({ name }) => !isApplied.has(name))
    for (const migration of waiting) await apply(client, migration)
    return waiting.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

interface Migration {
  name: string
  sql: string
}

// As Prisma's schema engine makes it.
const history = `
  create table if not exists "_prisma_migrations" (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0)`

async function appliedTo(client: pg.Client): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string; isDone: boolean }>(
    `select migration_name as name, finished_at is not null as "isDone" from "_prisma_migrations"
     where rolled_back_at is null`,
  )
  // Only Prisma's command leaves one half done; what stands of it, nobody here can know.
  const broken = rows.find(({ isDone }) => !isDone)
  if (broken)
    throw new Error(
      `The migration ${broken.name} failed before. See to it, then tell it with prisma migrate resolve.`,
    )
  return new Set(rows.map(({ name }) => name))
}

const migrationsIn = (root: string): Migration[] => {
  const folder = path.join(root, 'prisma', 'migrations')
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, sql: readFileSync(path.join(folder, name, 'migration.sql'), 'utf8') }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
}

async function apply(client: pg.Client, { name, sql }: Migration) {
  const checksum = createHash('sha256').update(sql).digest('hex')
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query(
      `insert into "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`The migration ${name} cannot be applied`, { cause: error })
  }
}
