import cluster from 'node:cluster'
import type { RequestListener } from 'node:http'
import { directPage, renderAway, renderForm, renderAuthorPage } from '@/app/direct-pages'
import { connect, db, disconnect } from '@/lib/db/client'
import { readEnv, type Env } from '@/lib/kernel/env'
import { ensureFirstAdmin } from '@/lib/people/links/first-admin'
import { pictureFile } from '@/lib/pictures/queries'
import { sayReady, startProcesses } from '@/lib/server/copies/cluster'
import { describeLayout, isAlone, layoutFor, thisMachine, type Layout } from '@/lib/server/copies/layout'
import { copiesOf, ourRole } from '@/lib/server/copies/role'
import { countedElsewhere, countMessage, startCounting } from '@/lib/server/counters/counters'
import { deskApart } from '@/lib/server/desk/desk-apart'
import { deskHere } from '@/lib/server/desk/desk-here'
import { deskServer } from '@/lib/server/desk/desk-server'
import { deskFolder, listenAtSocket, removeAfterItsMaker } from '@/lib/server/desk/desk-socket'
import { changeListener } from '@/lib/server/documents/change-listener'
import { DocumentCache } from '@/lib/server/documents/document-cache'
import { emptyPage } from '@/lib/server/documents/pages'
import { ourselves, renderLimits } from '@/lib/server/documents/render-limits'
import { pageRenderer } from '@/lib/server/documents/render-page'
import { warmPaths } from '@/lib/server/documents/warm-paths'
import { warmUp } from '@/lib/server/documents/warm-up'
import { actionPages, readerScript, staticFiles } from '@/lib/server/files/built-files'
import { PictureFiles } from '@/lib/server/files/picture-files'
import { checkHost, checkPort, limits, listen } from '@/lib/server/http/listen'
import { LiveDesk } from '@/lib/server/live/live-desk'
import { startBus } from '@/lib/server/process/bus'
import { configureRuntime } from '@/lib/server/process/configure-runtime'
import { holdData } from '@/lib/server/process/data-lock'
import { greeting } from '@/lib/server/process/greeting'
import { Health } from '@/lib/server/process/health'
import { Parts } from '@/lib/server/process/parts'
import { prepareDatabase, stopDatabase } from '@/lib/server/process/prepare-database'
import { closeServers } from '@/lib/server/process/shutdown'
import { pageFilesFor } from '@/lib/server/page-files/for-role'
import { siteServer, type SiteServerOptions } from '@/lib/server/site-server'
import { FairQueue } from '@/lib/server/turns/fair-queue'
import { Lookups } from '@/lib/server/turns/lookups'
import { answersAtHand } from '@/lib/server/wire/answers-at-hand'
import { findPage } from '@/lib/site/addresses/find-page'
import { startWorker } from '@/lib/work/worker'
import { seed } from '@/prisma/seed'

const root = process.cwd()
const development = process.env.NODE_ENV === 'development'

const role = ourRole()

// A terminal tells all processes at once; whoever answers readers may still have something to ask of the desk.
const parts = new Parts(
  () => {
    if (role.kind === 'first') say('Stopping')
  },
  role.kind === 'desk' ? ['SIGINT', 'SIGHUP'] : [],
)
parts.run(role.kind === 'first' ? main : copy, 'the site')

/** The first process: database → migrations → worker → HTTP, by itself or by copies of this program. */
async function main() {
  const env = readEnv()
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

  const siteUrl = configureRuntime(env)
  const admin = await ensureFirstAdmin({ email: env.ADMIN_EMAIL, password: env.ADMIN_PASSWORD })
  if (env.WORKER === 'inside') {
    await parts.begun(startWorker({ connectionString: database.url, env }), (worker) => worker.stop())
  }
  const machine = thisMachine()
  const layout: Layout = development ? { webProcesses: 1, desk: 'inside' } : layoutFor(env, machine)
  if (!development) say(describeLayout(layout, machine))
  say('Loading the pages')
  if (isAlone(layout)) await serve(env, database.url)
  else await serveFromCopies(layout, database.url)
  greeting(siteUrl, admin, env.TRUSTED_HOPS).forEach(say)
}

/** A copy, for one part of the work. */
async function copy() {
  process.title = `chapterhouse ${role.kind}`
  const env = readEnv()
  connect(env.DATABASE_URL!, { max: 10 })
  parts.add(disconnect)
  configureRuntime(env)
  if (role.kind === 'desk') await serveDesk(env, role.socket)
  else await serve(env, env.DATABASE_URL!)
  sayReady()
}

async function openNext({ PORT }: Env): Promise<RequestListener> {
  // The first process has no need of it where copies answer: 30 MB.
  const { default: next } = await import('next')
  const application = next({ dev: development, dir: root, hostname: 'localhost', port: PORT })
  await application.prepare()
  const handler = application.getRequestHandler()
  return (request, response) => void handler(request, response)
}

/** Makes the desk for the processes that answer requests. */
async function serveDesk(env: Env, socket: string) {
  removeAfterItsMaker(socket)
  const desk = deskHere(await openNext(env), new FairQueue(renderLimits))
  await parts.begun(listenAtSocket(deskServer(desk), socket), closeServers)
}

/** Answers requests: bus → HTTP. */
async function serve(env: Env, databaseUrl: string) {
  const askNext = await openNext(env)
  const pictures = new PictureFiles(pictureFile)
  const files = staticFiles(root, development)
  const turns = new FairQueue(renderLimits)
  const pageFiles = development ? undefined : pageFilesFor(role, env)
  const door: DocumentCache = new DocumentCache({
    queue: turns,
    keeper: pageFiles,
    render: pageRenderer({
      application: askNext,
      directPage,
      frameOf: (locale) => door.get(emptyPage(locale), ourselves),
    }),
    readerScript: readerScript(root),
    // Readings and searches are counted all the time and announced never.
    lifeOf: (page) => (/^\/[^/]+\/(most-read(\/|$)|search$)/.test(page) ? 300_000 : undefined),
  })
  const lookups = new Lookups(() => turns.isAtWork)
  const live = new LiveDesk()
  const listener = changeListener({ door, lookups, pictures, live }, development)
  await parts.begun(startBus(databaseUrl, listener), (bus) => bus.stop())
  if (!development && env.WARM_UP_SECONDS > 0)
    await warmUp({
      get: (path) => door.get(path, ourselves),
      grown: (path, document) => door.grown(path, document),
      paths: warmPaths,
      patience: env.WARM_UP_SECONDS * 1_000,
    })
  const { reads, searches } = cluster.isWorker ? countedElsewhere : counting()
  const socket = role.kind === 'web' ? role.socket : undefined
  const desk = socket ? deskApart(socket) : deskHere(askNext, turns)
  const health = new Health()
  await parts.begun(
    listen(handle({ door, lookups, pictures, files, health, reads, searches, desk, live }, env), env, {
      answerAtHand: answersAtHand({ door, files, siteUrl: env.SITE_URL, ...limits }),
    }),
    (servers, hurry) => {
      health.stopping = true
      live.close()
      return closeServers(servers, hurry)
    },
  )
  if (pageFiles) parts.add(pageFiles.open(() => door.expire()))
}

async function serveFromCopies(layout: Layout, databaseUrl: string) {
  // A reader's requests reach any of the copies: who has read, or searched for, what is known in one place.
  const counters = counting()
  const settings = { DATABASE_URL: databaseUrl, WORKER: 'apart' }
  const folder = layout.desk === 'apart' ? deskFolder() : undefined
  if (folder) parts.add(folder.remove)
  await parts.begun(
    startProcesses(copiesOf(layout, settings, folder?.socket), (message) => countMessage(counters, message)),
    (processes, hurry) => processes.stop(hurry),
  )
}

function counting() {
  const { counters, stops } = startCounting()
  parts.add(...stops)
  return counters
}

type Answering = Pick<
  SiteServerOptions,
  'door' | 'pictures' | 'files' | 'health' | 'reads' | 'searches' | 'desk' | 'live'
> & { lookups: Lookups }

const handle = (answering: Answering, env: Env) =>
  siteServer({
    ...answering,
    find: (path, waiter) => findPage(path, (key, tag, read) => answering.lookups.get(key, tag, waiter, read)),
    actionPages: development ? undefined : actionPages(root),
    renderForm,
    renderAuthorPage,
    renderAway,
    trustedHops: env.TRUSTED_HOPS,
    siteUrl: env.SITE_URL,
    indexNowKey: env.INDEXNOW_KEY,
    akismetKey: env.AKISMET_KEY,
  })

function say(text: string) {
  process.stdout.write(`${text}\n`)
}
