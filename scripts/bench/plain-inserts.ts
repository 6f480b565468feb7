import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

interface Inserts {
  perSecond: number
  /** Who made them. */
  by: string
}

const table = 'bench_row (id uuid primary key, words text not null, at timestamptz not null default now())'
const insert = `insert into bench_row (id, words) values (gen_random_uuid(), repeat('a word ', 20))`

/** The least that a durable row can cost: a table with nothing but its key, each row a transaction. */
export async function plainInserts(
  client: pg.Client,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Inserts> {
  const url = `postgresql://${client.user}:${client.password}@${client.host}:${client.port}/${client.database}`
  await client.query(`create table ${table}`)
  try {
    return pgbench
      ? await byPgbench(pgbench, url, connections, seconds)
      : await byNode(url, connections, seconds)
  } finally {
    await client.query('drop table bench_row')
  }
}

const pgbench = [
  process.env.PGBENCH_PATH,
  '/usr/bin/pgbench',
  '/usr/local/bin/pgbench',
  '/opt/homebrew/bin/pgbench',
].find((file) => file && existsSync(file))

async function byPgbench(
  program: string,
  url: string,
  connections: number,
  seconds: number,
): Promise<Inserts> {
  const folder = mkdtempSync(path.join(tmpdir(), 'chapterhouse-pgbench-'))
  const script = path.join(folder, 'insert.sql')
  writeFileSync(script, `${insert};\n`)
  try {
    const { stdout } = await promisify(execFile)(program, [
      ...['-n', '-M', 'prepared', '-f', script, '-c', String(connections), '-T', String(seconds)],
      url,
    ])
    return { perSecond: Number(/tps = ([\d.]+)/.exec(stdout)?.[1]), by: 'pgbench' }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function byNode(connectionString: string, connections: number, seconds: number): Promise<Inserts> {
  const pool = new pg.Pool({ connectionString, max: connections })
  const begun = performance.now()
  let rows = 0
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() - begun < seconds * 1_000) {
        await pool.query({ name: 'insert', text: insert })
        rows += 1
      }
    }),
  )
  await pool.end()
  return { perSecond: rows / ((performance.now() - begun) / 1_000), by: 'this program, for want of pgbench' }
}
