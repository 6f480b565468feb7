import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { diagnosis, sqlBetween, type Schema } from '@/scripts/steps/schema-engine'
import { pool } from './client'
import { lockConnectionFor } from './locks'
import { migrate } from './migrate'
import { emptyDatabase } from './testing/empty-database'
import { temporaryFolder } from './postgres/temporary-folder'

const names = readdirSync('prisma/migrations')
  .filter((name) => !name.includes('.'))
  .sort()
const schema: Schema = readdirSync('prisma/schema').map((file) => [
  file,
  readFileSync(path.join('prisma/schema', file), 'utf8'),
])

const asked = async (url: string, sql: string) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client.query(sql).finally(() => client.end())
}

/** A folder with the migrations of ours that fit, to which others can be added. */
function someMigrations(take: (name: string) => boolean) {
  const { folder, remove } = temporaryFolder('migrations')
  const inFolder = (name: string) => path.join(folder, 'prisma/migrations', name)
  mkdirSync(inFolder(''), { recursive: true })
  for (const name of [...names.filter(take), 'migration_lock.toml'])
    cpSync(path.join('prisma/migrations', name), inFolder(name), { recursive: true })
  const add = (name: string, sql: string) => {
    mkdirSync(inFolder(name), { recursive: true })
    writeFileSync(path.join(inFolder(name), 'migration.sql'), sql)
  }
  return { folder, add, remove }
}

let database: Awaited<ReturnType<typeof emptyDatabase>>
beforeAll(async () => void (database = await emptyDatabase()))
afterAll(() => database.drop())

test('what is applied stands there as Prisma’s own engine expects it', async () => {
  expect(await migrate(database.url)).toEqual(names)
  expect(await diagnosis(schema, database.url)).toEqual({
    history: null,
    failedMigrationNames: [],
    editedMigrationNames: [],
    hasMigrationsTable: true,
  })
  expect(await migrate(database.url)).toEqual([])
})

test('the schema of Prisma and the database have nothing to tell each other', async () => {
  expect(await sqlBetween(schema, schema, database.url)).toMatch(/empty migration/)
})

test('what one engine has begun the other goes on with', async () => {
  const before = await emptyDatabase()
  const half = someMigrations((name) => name < '20261126')
  await migrate(before.url, half.folder)
  half.remove()
  const { history } = await diagnosis(schema, before.url)
  expect(history).toMatchObject({ diagnostic: 'databaseIsBehind' })
  const rest = names.filter((name) => name >= '20261126')
  expect(await migrate(before.url)).toEqual(rest)
  await before.drop()
})

test('one that fails leaves nothing of itself, and is tried again', async () => {
  const mine = await emptyDatabase()
  const { folder, add, remove } = someMigrations(() => false)
  add('1_first', 'create table one (id int);')
  add('2_second', 'create table two (id int); select 1 / 0;')
  await expect(migrate(mine.url, folder)).rejects.toThrow('The migration 2_second cannot be applied')
  const tables = "select table_name as name from information_schema.tables where table_name in ('one', 'two')"
  expect((await asked(mine.url, tables)).rows).toEqual([{ name: 'one' }])
  add('2_second', 'create table two (id int);')
  expect(await migrate(mine.url, folder)).toEqual(['2_second'])
  remove()
  await mine.drop()
})

test('where Prisma’s command has left one half done nothing is applied', async () => {
  const mine = await emptyDatabase()
  const { folder, add, remove } = someMigrations(() => false)
  add('1_first', 'create table one (id int);')
  await migrate(mine.url, folder)
  await asked(mine.url, 'update "_prisma_migrations" set finished_at = null')
  await expect(migrate(mine.url, folder)).rejects.toThrow('The migration 1_first failed before')
  await asked(mine.url, 'update "_prisma_migrations" set rolled_back_at = now(); drop table one')
  expect(await migrate(mine.url, folder)).toEqual(['1_first'])
  remove()
  await mine.drop()
})

test('who migrates waits for another process that is at it', async () => {
  const other = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await other.connect()
  await lockConnectionFor(other, 'migrations')
  let ended = false
  const applied = migrate(process.env.DATABASE_URL!).finally(() => (ended = true))
  const waits = async () => {
    const { rows } = await pool().query<{ waits: boolean }>(`
      select exists (select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'advisory') as waits`)
    return rows[0]!.waits || ended
  }
  await expect.poll(waits, { timeout: 60_000 }).toBe(true)
  expect(ended).toBe(false)
  await other.end()
  expect(await applied).toEqual([])
})
