import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { earlierMigrations } from './earlier-migrations'

/**
 * An empty database as it was before a migration, on which the migration itself can then be applied. Keys and triggers
 * are off for what is written through `client`, so that a row needs no chapter around it.
 */
export async function databaseBefore(migration: string) {
  const { admin, own, url } = await anEmptyDatabase()
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
      await admin(`drop database ${own} with (force)`)
    },
  }
}

async function anEmptyDatabase() {
  const template = new URL(inject('templateUrl'))
  const own = `before_${randomBytes(6).toString('hex')}`
  const at = (name: string) => Object.assign(new URL(template), { pathname: `/${name}` }).href
  const admin = async (sql: string) => {
    const client = new pg.Client({ connectionString: at('postgres') })
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }
  await admin(`create database ${own}`)
  return { admin, own, url: at(own) }
}
