import cluster from 'node:cluster'
import type { RequestListener } from 'node:http'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import next from 'next'
import { z } from 'zod'
import { ownPage, renderAway, renderForm, renderOwnComment } from '@/app/own-pages'
import { forgetDiscussion } from '@/lib/comments/discussion/queries'
import { connect, db, disconnect } from '@/lib/db/client'
import { Parts } from '@/lib/server/process/parts'
import { prepareDatabase, stopDatabase } from '@/lib/server/process/prepare-database'
import { anyList, everything } from '@/lib/kernel/page-tags'
import { readEnv, setRuntime, type Env } from '@/lib/kernel/env'
import { ensureFirstAdmin, type FirstAdmin } from '@/lib/people/links/first-admin'
import { ActionPages } from '@/lib/server/bodies/action-pages'
import { startBus } from '@/lib/server/process/bus'
import { countSearches } from '@/lib/chapters/counts/searches-commands'
import { countReads } from '@/lib/chapters/counts/reads-commands'
import { locales } from '@/lib/i18n/locales'
import { pictureFile } from '@/lib/pictures/queries'
import { DocumentCache } from '@/lib/server/documents/document-cache'
import { ourselves, renderLimits } from '@/lib/server/documents/render-limits'
import { FairQueue } from '@/lib/server/turns/fair-queue'
import { Health } from '@/lib/server/process/health'
import { holdData } from '@/lib/server/process/data-lock'
import { checkHost, checkPort, listen } from '@/lib/server/http/listen'
import { Lookups } from '@/lib/server/turns/lookups'
import { startProcesses } from '@/lib/server/process/cluster'
import { PictureFiles } from '@/lib/server/files/picture-files'
import { ReadCounter } from '@/lib/server/counters/read-counter'
import { pageRenderer } from '@/lib/server/documents/render-page'
import { SearchCounter } from '@/lib/server/counters/search-counter'
import { emptyPage } from '@/lib/server/documents/pages'
import { keptSecret } from '@/lib/server/process/secret'
import { closeServers } from '@/lib/server/process/shutdown'
import { siteServer, type SiteServerOptions } from '@/lib/server/site-server'
import { StaticFiles } from '@/lib/server/files/static-files'
import { findPage } from '@/lib/site/addresses/find-page'
import { startWorker } from '@/lib/work/worker'
import { seed } from '@/prisma/seed'

const root = process.cwd()
const development = process.env.NODE_ENV === 'development'

const parts = new Parts(() => {
  if (!cluster.isWorker) say('Stopping')
})
parts.run(main, 'the site')

/** The one process: database → migrations → worker → HTTP. With WEB_PROCESSES, HTTP is for copies of this program. */
async function main() {
  const env = readEnv()
  if (cluster.isWorker) return serve(env, env.DATABASE_URL!)

  await checkHost(env.HOST)
  // Before anything of somebody else's is touched: both may be those of the same site, started a second time.
  if (!env.DATABASE_URL) parts.add(holdData(env))
  await checkPort(env)
  say('Opening the database')
  const database = await parts.begun(prepareDatabase(env), ...stopDatabase)
  database.keepRunning({ wanted: () => !parts.stopping, gaveUp: () => void parts.stop(1) })
  connect(database.url, { max: 10 })
  parts.add(disconnect)
  if (await seed(db)) say('Added the sample chapters')

  const { siteUrl } = tellEveryRoom(env)
  const admin = await ensureFirstAdmin({ email: env.ADMIN_EMAIL, password: env.ADMIN_PASSWORD })
  if (env.WORKER === 'inside') {
    await parts.begun(startWorker({ connectionString: database.url, env }), (worker) => worker.stop())
  }
  say('Loading the pages')
  if (env.WEB_PROCESSES === 1) await serve(env, database.url)
  else await serveFromCopies(env, database.url)
  greet(siteUrl, admin, env.TRUSTED_HOPS)
}

/** Answers requests: bus → HTTP. */
async function serve(env: Env, databaseUrl: string) {
  if (cluster.isWorker) {
    connect(databaseUrl, { max: 10 })
    parts.add(disconnect)
    tellEveryRoom(env)
  }
  const application = next({ dev: development, dir: root, hostname: 'localhost', port: env.PORT })
  await application.prepare()
  const handler = application.getRequestHandler()
  const askNext: RequestListener = (request, response) => void handler(request, response)

  const pictures = new PictureFiles(pictureFile)
  const turns = new FairQueue(renderLimits)
  const door: DocumentCache = new DocumentCache({
    queue: turns,
    render: pageRenderer({
      application: askNext,
      ownPage,
      frameOf: (locale) => door.get(emptyPage(locale), ourselves),
    }),
    readerScript: readerScript(),
    // Readings and searches are counted all the time and announced never.
    lifeOf: (page) => (/^\/[^/]+\/(most-read(\/|$)|search$)/.test(page) ? 300_000 : undefined),
  })
  const lookups = new Lookups(() => turns.isAtWork)
  const listener = {
    changed(tags: string[]) {
      forgetDiscussion()
      lookups.changed(tags)
      door.changed(tags)
      if (tags.some((tag) => tag === anyList || tag === everything)) pictures.empty()
    },
    hearing(hearing: boolean) {
      door.keep = lookups.keep = development ? 'none' : hearing ? 'heard' : 'unheard'
      if (hearing) forgetDiscussion()
      lookups.changed([everything])
      door.empty()
    },
  }
  await parts.begun(startBus(databaseUrl, listener), (bus) => bus.stop())
  const { reads, searches } = cluster.isWorker ? elsewhere : counting()
  const health = new Health()
  await parts.begun(
    listen(
      handle({ door, turns, lookups, pictures, health, reads, searches, application: askNext }, env),
      env,
    ),
    (servers, hurry) => {
      health.stopping = true
      return closeServers(servers, hurry)
    },
  )
}

async function serveFromCopies(env: Env, databaseUrl: string) {
  // A reader's requests reach any of the copies: who has read, or searched for, what is known in one place.
  const { reads, searches } = counting()
  const hear = (message: unknown) => {
    const { reading, search } = told.safeParse(message).data ?? {}
    if (reading) reads.note(...reading)
    if (search) searches.note(...search)
  }
  const settings = { DATABASE_URL: databaseUrl, WORKER: 'apart' }
  await parts.begun(startProcesses(env.WEB_PROCESSES, settings, hear), (processes, hurry) =>
    processes.stop(hurry),
  )
}

const told = z.object({
  reading: z.tuple([z.string(), z.string(), z.string()]).optional(),
  search: z.tuple([z.string(), z.string(), z.enum(locales), z.string()]).optional(),
})
const tell = (news: z.output<typeof told>) => void process.send?.(news)

const elsewhere: Pick<SiteServerOptions, 'reads' | 'searches'> = {
  reads: { note: (...reading) => tell({ reading }) },
  searches: { note: (...search) => tell({ search }) },
}

function counting() {
  const [reads, searches] = [new ReadCounter(countReads), new SearchCounter(countSearches)]
  parts.add(reads.start(), searches.start())
  return { reads, searches }
}

function tellEveryRoom(env: Env) {
  const siteUrl = env.SITE_URL ?? `http://localhost:${env.PORT}`
  const secret = env.SECRET ?? keptSecret(env.DATA_DIR)
  setRuntime({
    secret,
    siteUrl,
    sendsMail: Boolean(env.SMTP_URL),
    asksAkismet: Boolean(env.AKISMET_KEY),
    hub: env.WEBSUB_HUB,
  })
  return { siteUrl }
}

type Answering = Pick<
  SiteServerOptions,
  'door' | 'turns' | 'pictures' | 'health' | 'reads' | 'searches' | 'application'
> & { lookups: Lookups }

const handle = (answering: Answering, env: Env) =>
  siteServer({
    ...answering,
    find: (path, waiter) => findPage(path, (key, tag, read) => answering.lookups.get(key, tag, waiter, read)),
    files: staticFiles(),
    actionPages: development ? undefined : actionPages(),
    renderForm,
    renderOwnComment,
    renderAway,
    trustedHops: env.TRUSTED_HOPS,
    siteUrl: env.SITE_URL,
    indexNowKey: env.INDEXNOW_KEY,
    akismetKey: env.AKISMET_KEY,
  })

function readerScript(): string {
  const names = JSON.parse(readFileSync(path.join(root, 'dist', 'assets.json'), 'utf8')) as { reader: string }
  return names.reader
}

const actionPages = () =>
  new ActionPages(
    JSON.parse(readFileSync(path.join(root, '.next', 'server', 'server-reference-manifest.json'), 'utf8')),
  )

const staticFiles = () =>
  new StaticFiles([
    {
      prefix: '/_next/static/',
      folder: path.join(root, development ? '.next/dev' : '.next', 'static'),
      immutable: true,
    },
    { prefix: '/assets/', folder: path.join(root, 'dist', 'assets'), immutable: true },
    { prefix: '/', folder: path.join(root, 'public'), immutable: false },
  ])

function greet(siteUrl: string, admin: FirstAdmin, trustedHops: number) {
  say(`Chapterhouse is at ${siteUrl}`)
  if (admin.kind === 'link') {
    say(`Make the first admin (the link works once, for a day): ${siteUrl}${admin.path}`)
  } else {
    say(`Sign in at ${siteUrl}/sign-in${admin.settings === 'good' ? ` as ${admin.email}` : ''}`)
    const { email } = admin
    if (admin.settings === 'other password')
      say(`${email} has a password of their own: ADMIN_PASSWORD is no longer used. ${wayBack(email!)}`)
    if (admin.settings === 'disabled')
      say(`${email} is disabled: ADMIN_EMAIL and ADMIN_PASSWORD open nothing. ${wayBack(email!)}`)
    if (admin.settings === 'nobody')
      say(`There is an admin, and it is not ${email}: ADMIN_EMAIL and ADMIN_PASSWORD are not used.`)
  }
  if (siteUrl.startsWith('https:') && trustedHops === 0)
    say(
      'Warning: TRUSTED_HOPS is 0 although SITE_URL is https. A proxy in front makes all readers one address, which ' +
        'share its limits: set TRUSTED_HOPS to the number of proxies.',
    )
}

const wayBack = (email: string) => `A link to get in: npm run admin -- ${email}`

function say(text: string) {
  process.stdout.write(`${text}\n`)
}
