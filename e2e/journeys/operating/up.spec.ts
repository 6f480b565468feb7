import { connect } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { test as base, expect } from 'playwright/test'
import { freePort } from '@/lib/db/postgres/embedded'
import { leftOf, npm, packedClone, postgresOf, until, type Clone, type Started } from '@/e2e/support/packed'

// What README tells people to type, in a clone of its own with a database of its own: it comes up, and one signal takes
// all of it down again, to whichever of its processes it is sent.
const test = base.extend<object, { clone: Clone }>({
  clone: [
    async ({}, use) => {
      const clone = packedClone()
      await use(clone)
      await clone.remove()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
})

const showsChapters = (port: number) =>
  fetch(`http://localhost:${port}/en`).then(
    async (answer) => answer.status === 200 && /<h1/.test(await answer.text()),
    () => false,
  )

async function up(clone: Clone, script = 'up', env: Record<string, string> = {}) {
  const port = await freePort()
  const site = npm(clone, script, { PORT: String(port), ...env })
  await until(site, () => showsChapters(port))
  return { port, site }
}

async function ended(site: Started, clone: Clone, family: number[], patience?: number) {
  expect(await leftOf(family, patience), site.said()).toEqual([])
  expect(postgresOf(clone), 'Postgres has removed its file').toEqual([])
  return await site.ended
}

/** The process of ours below npm. */
const below = (site: Started) => site.family()[1]!

const ways: [string, string, Record<string, string>, (site: Started) => void, number | null][] = [
  ['Ctrl-C', 'up', { WEB_PROCESSES: '2' }, ({ pid }) => process.kill(-pid, 'SIGINT'), 0],
  ['a terminal that is closed', 'up', {}, ({ pid }) => process.kill(-pid, 'SIGHUP'), null],
  ['SIGKILL to npm', 'up', { WEB_PROCESSES: '2' }, ({ pid }) => process.kill(pid, 'SIGKILL'), null],
  ['SIGKILL to the script', 'up', {}, (site) => process.kill(below(site), 'SIGKILL'), null],
  ['SIGTERM to npm alone', 'start', { WEB_PROCESSES: '2' }, ({ pid }) => process.kill(pid, 'SIGTERM'), 0],
]
for (const [way, script, env, end, code] of ways) {
  const how = Object.entries(env).map((entry) => ` with ${entry.join('=')}`)
  test(`npm run ${script}${how} shows chapters, and ${way} leaves nothing running`, async ({ clone }) => {
    const { site } = await up(clone, script, env)
    const family = site.family()
    expect(family.length).toBeGreaterThan(script === 'up' ? 3 : 2)
    end(site)
    expect((await ended(site, clone, family)).code).toBe(code)
  })
}

test('told to stop while it starts, it leaves nothing running', async ({ clone }) => {
  const site = npm(clone, 'up', { PORT: String(await freePort()) })
  await until(site, () => /Opening the database/.test(site.said()))
  await until(site, () => postgresOf(clone).length > 0)
  const family = site.family()
  process.kill(site.pid, 'SIGTERM')
  expect((await ended(site, clone, family)).code).toBe(0)
})

test('a request that does not end is waited for, until somebody asks twice', async ({ clone }) => {
  const { site, port } = await up(clone)
  const slow = connect(port, '127.0.0.1')
  slow.on('error', () => {})
  slow.write('POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhalf')
  await pause(2_000) // it is a request by now
  const family = site.family()
  process.kill(-site.pid, 'SIGINT')
  expect(await leftOf(family, 1_500), 'one Ctrl-C is patient').not.toEqual([])
  process.kill(-site.pid, 'SIGINT')
  expect((await ended(site, clone, family, 10_000)).code).toBe(1)
  slow.destroy()
})

test('a second start on the same data or port says so and touches neither', async ({ clone }) => {
  const { site, port } = await up(clone)
  const database = postgresOf(clone)
  const refused = async (script: string, env: Record<string, string>) => {
    const second = npm(clone, script, env)
    const { code } = await second.ended
    expect(second.said()).not.toMatch(/Opening the database|Building/)
    expect(postgresOf(clone)).toEqual(database)
    return { code, said: second.said() }
  }
  const same = { PORT: String(port) }
  const other = { PORT: String(await freePort()) }
  const place = `${path.resolve(clone.data)} \\(process \\d+, at port ${port}\\)`
  const dataTaken = {
    code: 1,
    said: expect.stringMatching(new RegExp(`The site runs already on the data in ${place}`)),
  }
  expect(await refused('up', same)).toEqual(dataTaken)
  expect(await refused('dev', same)).toEqual(dataTaken)
  expect(await refused('up', other)).toEqual(dataTaken)
  expect(await refused('dev', other)).toEqual(dataTaken)
  const elsewhere = { ...same, DATA_DIR: path.join(clone.folder, 'elsewhere') }
  const portTaken = { code: 1, said: expect.stringContaining(`Port ${port} is in use`) }
  expect(await refused('up', elsewhere)).toEqual(portTaken)
  expect(await refused('start', elsewhere)).toEqual(portTaken)
  expect(await refused('start', { ...other, WEB_PROCESSES: '2' })).toEqual(dataTaken)

  // A worker beside it is a guest: it works with the same database, and leaves it running.
  const worker = npm(clone, 'worker', other)
  await until(worker, () => /The worker is running/.test(worker.said()))
  const guests = worker.family().filter((pid) => !database.includes(pid))
  process.kill(worker.pid, 'SIGTERM')
  expect((await worker.ended).code).toBe(0)
  expect(await leftOf(guests)).toEqual([])
  expect(postgresOf(clone)).toEqual(database)
  expect(await showsChapters(port)).toBe(true)

  const family = site.family()
  process.kill(site.pid, 'SIGTERM')
  expect((await ended(site, clone, family)).code).toBe(0)
})
