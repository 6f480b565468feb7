import { PgBoss, type Job } from 'pg-boss'
import { ZodError } from 'zod'
import { renewCards } from '@/lib/chapters/publishing/share-image-commands'
import { staffLookAlikes } from '@/lib/comments/impersonation/queries'
import type { QueueName } from '@/lib/jobs/queues'
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
import { handlers, type Ports } from './handlers'

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
    ...{ spam, breaker, siteUrl, staffLookAlike: staffLookAlikes, mail: mailerFor(env, siteUrl) },
    ...listenersFor(env, siteUrl),
  }
  // Two portions of five: never more than ten questions to the checker at once.
  const portions = {
    batchSize: 5,
    localConcurrency: 2,
    burstWhenBatchFull: true,
    pollingIntervalSeconds: 0.5,
  }
  if (spam.account) await boss.send('review-account', {})
  await renewCards()
  await take(boss, 'check-spam', ports, portions)
  await take(boss, 'teach-spam-filter', ports, { batchSize: 5, pollingIntervalSeconds: 2 })
  await take(boss, 'review-account', ports, { pollingIntervalSeconds: 2 })
  await take(boss, 'tell-people', ports, { batchSize: 10, pollingIntervalSeconds: 1 })
  await take(boss, 'send-mail', ports, { batchSize: 3, burstWhenBatchFull: true, pollingIntervalSeconds: 1 })
  await take(boss, 'send-reset', ports, { batchSize: 3, burstWhenBatchFull: true, pollingIntervalSeconds: 1 })
  await take(boss, 'gather-digests', ports, { pollingIntervalSeconds: 10 })
  await take(boss, 'send-digest', ports, {
    batchSize: 3,
    burstWhenBatchFull: true,
    pollingIntervalSeconds: 2,
  })
  await take(boss, 'announce-publication', ports, { batchSize: 20, pollingIntervalSeconds: 1 })
  await take(boss, 'tell-search-engines', ports, { batchSize: 5, pollingIntervalSeconds: 2 })
  await take(boss, 'tell-feed-readers', ports, { batchSize: 5, pollingIntervalSeconds: 2 })
  await take(boss, 'make-card', ports, { pollingIntervalSeconds: 1 })
  await take(boss, 'forget-traces', ports, { pollingIntervalSeconds: 10 })
  await take(boss, 'check-forgotten', ports, { pollingIntervalSeconds: 10 })

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

type Portions = {
  batchSize?: number
  localConcurrency?: number
  burstWhenBatchFull?: boolean
  pollingIntervalSeconds: number
}

function take(boss: PgBoss, name: QueueName, ports: Ports, portions: Portions) {
  return boss.work(name, { ...portions, perJobResults: true }, (jobs: Job<unknown>[]) =>
    Promise.all(jobs.map((job) => run(name, job, ports))),
  )
}

// One job's failure is its own: the others of its portion are done.
async function run(name: QueueName, job: Job<unknown>, ports: Ports) {
  try {
    await handlers[name](job, ports)
    return { id: job.id, status: 'completed' as const }
  } catch (error) {
    // Names only: messages of the database may repeat a comment.
    const fault = { fault: (error as Error).name, code: (error as { code?: string }).code ?? null }
    log.warn({ queue: name, job: job.id, ...fault }, 'a job failed')
    // What is not even shaped like a job will not get better by waiting.
    return {
      id: job.id,
      status: error instanceof ZodError ? ('deadletter' as const) : ('failed' as const),
      output: fault,
    }
  }
}
