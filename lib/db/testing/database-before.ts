import pg from 'pg'
import { earlierMigrations } from './earlier-migrations'
import { emptyDatabase } from './empty-database'

/**
 * An empty database as it was before a migration, on which the migration itself can then be applied. Keys and triggers
 * are off for what is written through `client`, so that a row needs no chapter around it.
 */
export async function databaseBefore(migration: string) {
  const { url, drop } = await emptyDatabase()
  const migrations = earlierMigrations()
  await migrations.apply(url, (name) => name < migration)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`set session_replication_role = replica`)
  return {
    client,
    /** Applies the migration alone; answers what was applied. */
    apply: () => migrations.apply(url, (name) => name === migration),
    drop: async () => {
      migrations.remove()
      await client.end()
      await drop()
    },
  }
}
