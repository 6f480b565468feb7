import { PgBoss } from 'pg-boss'
import { ZodError } from 'zod'
import { renewShareImages } from '@/lib/chapters/publishing/share-image-commands'
import { staffLookAlikes } from '@/lib/comments/impersonation/queries'
import { reviewAccountJob } from '@/lib/moderation/screening/jobs'
import { runtime, type Env } from '@/lib/kernel/env'
import { log } from '@/lib/kernel/log'
import { smtp } from '@/lib/mail/smtp'
import { akismet } from '@/lib/spam/akismet/akismet'
import { localRules } from '@/lib/spam/local-rules'
import type { SpamChecker } from '@/lib/spam/port'
import { noteAlert, noteChecker } from '@/lib/spam/commands'
import { indexNow } from '@/lib/syndication/index-now'
import { webSub } from '@/lib/syndication/web-sub'
import { aBreaker, type Breaker } from './spam/breaker'
import { handlers, type Handler } from './handlers'
import type { Job, Ports } from './ports'

interface WorkerOptions {
  connectionString: string
  env: Pick<Env, 'AKISMET_KEY' | 'AKISMET_URL'> &
    Partial<Pick<Env, 'SMTP_URL' | 'MAIL_FROM' | 'INDEXNOW_KEY' | 'INDEXNOW_URL' | 'WEBSUB_HUB'>>
  breaker?: Breaker
}

/** Takes jobs from the queues until it is stopped. The process has called connect() and setRuntime() before. */
export async function startWorker({ connectionString, env, breaker = aBreaker() }: WorkerOptions) {
  const { siteUrl } = runtime()
  const spam = checkerFor(env, siteUrl)
  await noteChecker(spam.name)
  if (spam.name !== 'akismet') await noteAlert(undefined) // an old alert of a service that is not asked any more

  const boss = new PgBoss({
    connectionString,
    application_name: 'chapterhouse worker',
    max: 4,
    migrate: false,
    // How soon the job of a worker that died is found and given out again.
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
  })
  // pg-boss goes on by itself when the database is back.
  boss.on('error', (error) =>
    log.warn({ code: (error as { code?: string }).code, fault: error.name }, 'the queues had an error'),
  )
  await boss.start({ attempts: 5 })

  const ports = {
    spam,
    breaker,
    siteUrl,
    staffLookAlike: staffLookAlikes,
    mail: mailerFor(env, siteUrl),
    ...listenersFor(env, siteUrl),
  }
  if (spam.account) await boss.send(reviewAccountJob.name, {})
  await renewShareImages()
  for (const handler of handlers) await take(boss, handler, ports)

  return { stop: () => boss.stop({ graceful: true, timeout: 15_000 }) }
}

function checkerFor(
  { AKISMET_KEY: key, AKISMET_URL: url }: WorkerOptions['env'],
  siteUrl: string,
): SpamChecker {
  return key ? akismet({ key, url, siteUrl }) : localRules()
}

const mailerFor = ({ SMTP_URL: url, MAIL_FROM: from }: WorkerOptions['env'], siteUrl: string) =>
  url && from ? smtp({ url, from, host: new URL(siteUrl).hostname }) : undefined

const listenersFor = (
  { INDEXNOW_KEY: key, INDEXNOW_URL: url, WEBSUB_HUB: hub }: WorkerOptions['env'],
  siteUrl: string,
) => ({
  searchEngines: key && url ? indexNow({ url, key, siteUrl }) : undefined,
  feedReaders: hub ? webSub({ hub }) : undefined,
})

function take(boss: PgBoss, handler: Handler, ports: Ports) {
  const { name, taken } = handler.job
  const most = handler.most(ports)
  // As many as are done at once are taken by one hand: more hands are for jobs that wait, each for its own answer.
  const portion = most > (taken.batchSize ?? 1) ? { ...taken, batchSize: most, localConcurrency: 1 } : taken
  return boss.work(name, { ...portion, perJobResults: true }, (jobs: Job[]) => runAll(handler, jobs, ports))
}

/** Does a portion of jobs, and says of each what became of it. One job's failure is its own: the others are done. */
export async function runAll(handler: Handler, jobs: readonly Job[], ports: Ports) {
  const most = handler.most(ports)
  if (most > 1 && jobs.length > 1) {
    try {
      await handler.work(jobs, ports)
      return jobs.map(({ id }) => ({ id, status: 'completed' as const }))
    } catch (error) {
      log.warn(
        { queue: handler.job.name, jobs: jobs.length, ...faultOf(error) },
        'jobs that failed together are done one by one',
      )
    }
  }
  return Promise.all(jobs.map((job) => run(handler, job, ports)))
}

async function run({ job: { name }, work }: Handler, job: Job, ports: Ports) {
  try {
    await work([job], ports)
    return { id: job.id, status: 'completed' as const }
  } catch (error) {
    const fault = faultOf(error)
    log.warn({ queue: name, job: job.id, ...fault }, 'a job failed')
    // What is not even shaped like a job will not get better by waiting.
    return {
      id: job.id,
      status: error instanceof ZodError ? ('deadletter' as const) : ('failed' as const),
      output: fault,
    }
  }
}

// Names only: messages of the database may repeat a comment.
const faultOf = (error: unknown) => ({
  fault: (error as Error).name,
  code: (error as { code?: string }).code ?? null,
})
