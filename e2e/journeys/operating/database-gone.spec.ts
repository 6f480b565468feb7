import { existsSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'playwright/test'
import pg from 'pg'
import { freePort, startPostgres } from '@/lib/db/postgres/embedded'
import { choosePlace } from '@/lib/db/postgres/place'
import { temporaryFolder } from '@/lib/db/postgres/temporary-folder'
import { filledForm, openNewestChapter, send } from '@/e2e/rig/reader'
import { startServer, untilHealthy } from '@/e2e/rig/server-process'
import { aged, secret } from '@/e2e/support/aged-sum'

for (const [signal, processes] of [
  ['SIGINT', '1'],
  ['SIGTERM', '1'],
  ['SIGKILL', '2'],
] as const) {
  test(`a site of ${processes} goes on by itself after its database was ended by ${signal}`, async () => {
    const { folder, remove } = temporaryFolder('database-gone')
    const settings = { DATA_DIR: folder, SECRET: secret, WEB_PROCESSES: processes, TRUSTED_HOPS: '1' }
    const server = await startServer(await freePort(), settings)
    try {
      const { url: database, stop } = await startPostgres(folder)
      await stop() // it is the server's to stop: here only its address is wanted
      const open = await openNewestChapter(server.url)
      const old = postmaster(folder)
      process.kill(old!, signal)
      await expect.poll(() => [undefined, old].includes(postmaster(folder))).toBe(false)
      await untilHealthy(server.url, server, 30_000)

      // A comment is taken and the worker screens it.
      const fields = aged(await filledForm(open, 'Said when the lamp was lit again.'))
      expect((await send(open, fields)).status).toBe(200)
      await expect.poll(() => query(database, screened)).toHaveLength(1)

      // A change is heard and shown.
      const page = async () => (await fetch(server.url + open.action.replace('/comments', ''))).text()
      expect(await page()).not.toContain('Said when the lamp')
      await query(
        database,
        `with shown as (update comment set status = 'approved' where text like 'Said when%' returning chapter_id)
         select pg_notify('site_changed', 'chapter:' || chapter_id) from shown`,
      )
      await expect.poll(page, { timeout: 3_000, intervals: [50] }).toContain('Said when the lamp')
    } finally {
      await server.stop()
      remove()
    }
    expect(await server.ended).toBe(0)
  })
}

test('while the database is away, readers are told, and a comment that is sent stays on the page', async () => {
  const { folder, remove } = temporaryFolder('database-away')
  const server = await startServer(await freePort(), {
    DATA_DIR: folder,
    SECRET: secret,
    TRUSTED_HOPS: '1',
  })
  try {
    const open = await openNewestChapter(server.url)
    const fields = aged(await filledForm(open, 'Said while the lamp was out.'))
    const { data } = choosePlace(folder)
    process.kill(postmaster(folder)!, 'SIGKILL')
    renameSync(path.join(data, 'global'), path.join(data, 'global.away'))
    await expect
      .poll(async () => (await fetch(`${server.url}/api/health`)).status, { intervals: [50] })
      .toBe(503)
    const page = await fetch(`${server.url}/ar`)
    expect(page.status).toBe(503)
    expect(await page.text()).toContain('<h1>نعود بعد لحظات</h1>')
    const { status, body: form } = await send(open, fields, { accept: 'text/html' })
    expect(status).toBe(503)
    expect(form).toContain('>Said while the lamp was out.</textarea>')
    expect(form).toContain(`action="${open.action}#said"`)
    expect(form).toMatch(/class="masthead"/)
    renameSync(path.join(data, 'global.away'), path.join(data, 'global'))
    await untilHealthy(server.url, server, 30_000)
    // Sent once more, it is stored.
    expect((await send(open, fields)).status).toBe(200)
  } finally {
    await server.stop()
    remove()
  }
})

function postmaster(folder: string): number | undefined {
  const file = path.join(choosePlace(folder).data, 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined
}

const screened = `select from spam_verdict v join comment c on c.id = v.comment_id where c.text like 'Said when%'`

async function query(connectionString: string, sql: string) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  return (await client.query(sql).finally(() => client.end())).rows
}
