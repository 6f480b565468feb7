import { execFileSync } from 'node:child_process'
import { expect, test } from '@/e2e/support/site'

const pidsUnder = (pid: number) =>
  execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
    .split('\n')
    .map(Number)
    .filter((child) => child > 0 && alive(child))

function alive(pid: number) {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

// Every request on a connection of its own, so that all processes are met.
const asked = (url: string, path: string) =>
  Promise.all(
    Array.from({ length: 8 }, async () => {
      const answer = await fetch(url + path, { headers: { connection: 'close' } })
      return answer.ok ? await answer.text() : String(answer.status)
    }),
  )

test('several processes serve one site; one that is killed is replaced; all end together', async ({
  site,
}) => {
  const several = await site.another({ WEB_PROCESSES: '2' })
  expect(pidsUnder(several.pid)).toHaveLength(2)
  for (const page of await asked(several.url, '/en')) expect(page).toContain('Chapterhouse')

  // A change is on the pages of all of them, once each has loaded what makes such a page.
  await asked(several.url, '/en/series')
  await site.query(
    `update series_title set title = 'Kept by several' where locale = 'en' and series_id = (select id from series order by id limit 1)`,
  )
  await site.query(`select pg_notify('site_changed', 'site')`)
  await expect
    .poll(
      async () => (await asked(several.url, '/en/series')).every((page) => page.includes('Kept by several')),
      {
        timeout: 2_000,
        intervals: [50],
      },
    )
    .toBe(true)

  const [killed] = pidsUnder(several.pid)
  process.kill(killed!, 'SIGKILL')
  await expect
    .poll(() => pidsUnder(several.pid).filter((pid) => pid !== killed), { timeout: 30_000, intervals: [50] })
    .toHaveLength(2)
  await expect
    .poll(async () => (await asked(several.url, '/en')).every((page) => page.includes('Chapterhouse')), {
      timeout: 10_000,
    })
    .toBe(true)

  const all = pidsUnder(several.pid)
  await several.stop()
  expect(await several.ended).toBe(0)
  expect(all.filter(alive)).toEqual([])
})
