import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { earlierMigrations } from '@/lib/db/testing/earlier-migrations'
import type { View } from './readers-view'

const file = (name: string) => readFileSync(path.join('e2e/data', name), 'utf8')

/** What readers saw at each address of an earlier site. */
export const seenThen = (name: string) => JSON.parse(file(`${name}.json`)) as Record<string, View>

/** Fills an empty database with the data of an earlier site, in the schema of then. */
export async function fillWith(name: string, databaseUrl: string) {
  const rows = file(`${name}.sql`)
  const then = new Set(
    rows.match(/^ {2}\('[^']*', '[0-9a-f]{64}', '[^']*', '\d{14}_\w+'/gm)?.map(migrationOf),
  )
  const migrations = earlierMigrations()
  await migrations.apply(databaseUrl, (migration) => then.has(migration))
  migrations.remove()

  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    // Rows come in the order of the tables' names, and bring with them what triggers made of others.
    await client.query(`set session_replication_role = replica; delete from _prisma_migrations`)
    await client.query(rows)
    await client.query(daysSince)
  } finally {
    await client.end()
  }
}

const migrationOf = (row: string) => /\d{14}_\w+(?='$)/.exec(row)![0]

// "Most read" counts the days before today: the last day that has a number is today, as when they were written down.
const daysSince = `
  update edition_reads set day = day + (current_date - (select max(day) from edition_reads));`
