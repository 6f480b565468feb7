import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { migrate } from '../migrate'
import { emptyDatabase } from './empty-database'

/**
 * An empty database as it was before a migration, on which the migration itself can then be applied. Keys and triggers
 * are off for what is written through `client`, so that a row needs no chapter around it.
 */
export async function databaseBefore(migration: string) {
  const root = mkdtempSync(path.join(tmpdir(), 'before-'))
  const { url, drop } = await emptyDatabase()
  const take = (wanted: (name: string) => boolean) => {
    for (const name of readdirSync('prisma/migrations').filter(wanted))
      cpSync(path.join('prisma/migrations', name), path.join(root, 'prisma/migrations', name), {
        recursive: true,
      })
  }
  mkdirSync(path.join(root, 'prisma'))
  take((name) => name < migration || name.endsWith('.toml'))
  await migrate(url, root)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`set session_replication_role = replica`)
  return {
    client,
    /** Applies the migration alone; answers what was applied. */
    apply: async () => {
      take((name) => name === migration)
      return migrate(url, root)
    },
    drop: async () => {
      rmSync(root, { recursive: true })
      await client.end()
      await drop()
    },
  }
}
