import { mkdtempSync, readdirSync, renameSync } from 'node:fs'
import type { OutgoingHttpHeaders } from 'node:http'
import path from 'node:path'
import { expect } from 'playwright/test'
import { freePort } from '@/lib/db/postgres/embedded'
import { ask } from '@/e2e/rig/ask'
import { startDeployedNginx } from '@/e2e/rig/deployed-nginx'
import { startGoBetween } from '@/e2e/rig/away/go-between'
import { startServer, untilHealthy } from '@/e2e/rig/server-process'
import { openSite } from '@/e2e/support/site'

interface Wish {
  /** Are pages kept as files? */
  files: boolean
  /** For how many seconds nginx gives what it has kept itself while nobody answers; the site says 60. */
  bound: number
}

/** The sample chapters behind nginx, with a server that can be stopped and started again. */
export async function openBehindNginx(program: string, { files, bound }: Wish) {
  const { site, close } = await openSite()
  const [plain, secure, port] = [await freePort(), await freePort(), await freePort()]
  const folder = mkdtempSync(path.join(site.settings.DATA_DIR!, 'nginx-'))
  const pages = path.join(folder, 'pages')
  const settings = {
    ...site.settings,
    SITE_URL: `https://localhost:${secure}`,
    TRUSTED_HOPS: '1',
    ...(files ? { PAGES_FOLDER: pages } : {}),
  }
  let server = await startServer(port, settings)
  const between = await startGoBetween(port, (said) =>
    said.replace('stale-if-error=60', () => `stale-if-error=${bound}`),
  )
  const nginx = await startDeployedNginx(program, folder, { plain, secure, pages, site: between.port })
  const get = (address: string, headers: OutgoingHttpHeaders = {}) =>
    ask(nginx.secure + address, { headers, ca: nginx.certificate })
  const answers = () =>
    get('/api/health').then(
      ({ status }) => status,
      () => 0,
    )
  await expect.poll(answers).toBe(200)
  return {
    site,
    nginx,
    get,
    send: (action: string, form: Record<string, string>) =>
      ask(nginx.secure + action, {
        headers: { accept: 'text/html', origin: nginx.secure },
        ca: nginx.certificate,
        form,
      }),
    /** Where nginx has an answer from, as it says. */
    sourceOf: async (address: string, headers: OutgoingHttpHeaders = {}) =>
      (await get(address, headers)).headers['x-cache'],
    /** As if nobody had made links for that long. */
    age(seconds: number) {
      const last = path.join(pages, 'last')
      const slots = readdirSync(last)
        .map(Number)
        .toSorted((one, other) => one - other)
      for (const slot of slots)
        renameSync(path.join(last, `${slot}`), path.join(last, `${slot - seconds / 10}`))
    },
    pages,
    direct: server.url,
    stop: (signal?: NodeJS.Signals) => server.stop(signal),
    async start() {
      server = await startServer(port, settings)
    },
    untilHealthy: () => untilHealthy(server.url, server, 30_000),
    async close() {
      await nginx.stop()
      await between.stop()
      await server.stop()
      await close()
    },
  }
}

export type BehindNginx = Awaited<ReturnType<typeof openBehindNginx>>
