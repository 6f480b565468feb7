import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db, pool } from '../../client'
import { Seen, type SeenRows } from './seen'
import { watchedClient, watchedPool } from './watched'

const place = 'lib/a.ts:1:1'
const oneRow = (columns: Record<string, string>): SeenRows => ({
  places: [place],
  rows: 1,
  columns: Object.fromEntries(
    Object.entries(columns).map(([name, form]) => [name, { rows: 1, forms: { [form]: [form] } }]),
  ),
})

function watching() {
  const seen = new Seen()
  const watch = { seen, callSites: () => [place] }
  return { seen: seen.list, client: watchedClient(db, watch), pool: watchedPool(pool(), watch) }
}

test('rows of a statement are seen as they come', async () => {
  const { client, seen } = watching()
  const rows = await client.$queryRaw`
    select 1 as number, 2::bigint as many, 1.5 as sum, now() as at, null as nothing, true as truth, '\\x00'::bytea as bytes`
  expect(rows).toHaveLength(1)
  const [number, many, sum, at] = ['number', 'bigint', 'Prisma.Decimal', 'Date']
  expect(seen()).toEqual([
    oneRow({ number, many, sum, at, nothing: 'null', truth: 'true', bytes: 'Uint8Array' }),
  ])
})

test('a statement is asked when it is waited for, and not before', async () => {
  const { client, seen } = watching()
  const id = randomUUID()
  const insert = client.$queryRaw`insert into setting (key, value, updated_at) values (${id}, '{}', now()) returning 1`
  expect(await db.setting.count({ where: { key: id } })).toBe(0)
  expect(seen()).toEqual([])
  await insert
  expect(await db.setting.count({ where: { key: id } })).toBe(1)
})

test.each<[how: string, use: (client: typeof db) => Promise<unknown>]>([
  ['in a transaction', (client) => client.$transaction((tx) => tx.$queryRaw`select 1 as number`)],
  ['beside others', (client) => Promise.all([client.$queryRaw`select 1 as number`])],
  ['with a catch', (client) => client.$queryRaw`select 1 as number`.catch(() => undefined)],
  ['with a finally', (client) => client.$queryRaw`select 1 as number`.finally(() => undefined)],
])('%s', async (_, use) => {
  const { client, seen } = watching()
  await use(client)
  expect(seen()).toEqual([oneRow({ number: 'number' })])
})

test('statements that are one transaction stay one', async () => {
  const { client } = watching()
  const id = randomUUID()
  const insert = client.$queryRaw`insert into setting (key, value, updated_at) values (${id}, '{}', now()) returning 1`
  await expect(client.$transaction([insert, client.$queryRaw`select 1 / 0`])).rejects.toThrow(
    'division by zero',
  )
  expect(await db.setting.count({ where: { key: id } })).toBe(0)
})

test('what fails, fails as before, and is waited for by whoever asked', async () => {
  const { client, pool, seen } = watching()
  await expect(client.$queryRaw`select 1 / 0`).rejects.toThrow('division by zero')
  expect(await client.$queryRaw`select 1 / 0`.catch(() => 'caught')).toBe('caught')
  await expect(pool.query('select 1 / 0')).rejects.toThrow('division by zero')
  expect(seen()).toEqual([])
})

test('the pool gives rows as pg reads them', async () => {
  const { pool, seen } = watching()
  const { rows } = await pool.query(`select 2::bigint as many, 1.5 as sum, '\\x00'::bytea as bytes`)
  expect(rows).toHaveLength(1)
  expect(seen()).toEqual([
    {
      ...oneRow({ bytes: 'Buffer' }),
      columns: {
        many: { rows: 1, forms: { string: ['"2"'] } },
        sum: { rows: 1, forms: { string: ['"1.5"'] } },
        bytes: { rows: 1, forms: { Buffer: ['Buffer'] } },
      },
    },
  ])
})
