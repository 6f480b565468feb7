import { execFile } from 'node:child_process'
import { existsSync, globSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import type pg from 'pg'
import { temporaryFolder } from '@/lib/db/postgres/temporary-folder'

/** Postgres' own load generator, which comes with its server in most systems. */
const pgbench = [
  process.env.PGBENCH_PATH,
  '/usr/bin/pgbench',
  ...globSync('/usr/lib/postgresql/*/bin/pgbench'),
  '/opt/homebrew/bin/pgbench',
].find((file) => file && existsSync(file))

/**
 * How many rows a second the same Postgres takes, each in a transaction of its own that is durable before the next:
 * what a comment is compared with. Undefined where there is no pgbench.
 */
export async function oneRowInserts(
  client: pg.Client,
  databaseUrl: string,
  connections = 32,
): Promise<number | undefined> {
  if (!pgbench) return undefined
  const { folder, remove } = temporaryFolder('bench-inserts')
  const script = path.join(folder, 'insert.sql')
  writeFileSync(script, `insert into bench_row (words) values (repeat('log ', 50));\n`)
  await client.query(
    'create table bench_row (id bigint generated always as identity primary key, words text)',
  )
  try {
    const { stdout } = await promisify(execFile)(pgbench, [
      ...['--no-vacuum', '--client', String(connections), '--time', '5', '--file', script, databaseUrl],
    ])
    return Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1])
  } finally {
    await client.query('drop table bench_row')
    remove()
  }
}
