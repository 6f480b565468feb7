import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { migrate } from '../migrate'

/**
 * An empty database as it was before a migration, on which the migration itself can then be applied. Keys and triggers
 * are off for what is written through `client`, so that a row needs no chapter around it.
 */
export async function databaseBefore(migration: string) {
  const root = mkdtempSync(path.join(tmpdir(), 'before-'))
  const { admin, own, url } = await anEmptyDatabase()
  const take = (wanted: (name: string) => boolean) => {
    for (const name of readdirSync('prisma/migrations').filter(wanted))
      cpSync(path.join('prisma/migrations', name), path.join(root, 'prisma/migrations', name), {
        recursive: true,
      })
  }
  mkdirSync(path.join(root, 'prisma'))
  cpSync('prisma/schema.prisma', path.join(root, 'prisma/schema.prisma'))
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
