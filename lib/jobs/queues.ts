import { PgBoss, type Queue } from 'pg-boss'

/** What each queue carries. Ids only: a job looks the rest up when it runs. */
export interface JobData {
  'check-spam': {
    commentId: string
    attempt: number
    /** Why it is asked about anew: a person's wish, or its author has changed it. */
    reason?: 'recheck_queue' | 'edit'
    /** How often the checker has asked to be asked again. */
    looks?: number
    /** Which "check all again" it belongs to. */
    run?: string
  }
  'teach-spam-filter': { commentId: string; attempt?: number }
  'review-account': Record<string, never>
  /** Somebody may be waiting to hear of this comment: its author, whom it answers, the staff. */
  'tell-people': { commentId: string }
  'send-mail': { mailId: string }
  /** Puts the replies of a day together, for those who want them so. */
  'gather-digests': Record<string, never>
  'send-digest': { digestId: string }
  /** Somebody has asked for a link to set a new password: it is mailed, if anybody of the staff has that address. */
  'send-reset': { askId: string }
  'announce-publication': { editionId: string }
  /** A page has appeared, changed or gone, and somebody outside wants to know. */
  'tell-search-engines': { editionId: string }
  'tell-feed-readers': { editionId: string }
  /** The picture by which it is shown where somebody shares it. */
  'make-card': { editionId: string }
  'forget-traces': Record<string, never>
  'check-forgotten': Record<string, never>
}
export type QueueName = keyof JobData

/** Where a job goes that failed every time; nothing takes it from there but a person. */
export const deadLetters = 'dead-letters'

const day = 24 * 60 * 60
// expireInSeconds is the lease: the job of a worker that died is given out again after it.
const patient = {
  retryLimit: 12,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 3_600,
  retentionSeconds: 60 * day,
}
const daily = { retryLimit: 3, retryDelay: 60, expireInSeconds: 600, policy: 'short' } as const

const queues: Record<QueueName, Omit<Queue, 'name'>> = {
  'check-spam': { ...patient, expireInSeconds: 30, deleteAfterSeconds: day },
  // Until it is accepted: hourly in the end, for as long as the comment's trace is kept.
  'teach-spam-filter': { ...patient, expireInSeconds: 30, retryLimit: 720 },
  'review-account': { retryLimit: 0, expireInSeconds: 60, policy: 'short' },
  'tell-people': { ...patient, expireInSeconds: 30, deleteAfterSeconds: day },
  // A mail server may be away for days: hourly in the end, for five days.
  'send-mail': { ...patient, expireInSeconds: 120, retryLimit: 130, deleteAfterSeconds: day },
  'gather-digests': daily,
  'send-digest': { ...patient, expireInSeconds: 120, retryLimit: 130, deleteAfterSeconds: day },
  // Whoever waits for it has asked anew after an hour.
  'send-reset': {
    ...patient,
    expireInSeconds: 120,
    retryLimit: 30,
    retryDelayMax: 120,
    deleteAfterSeconds: day,
  },
  'announce-publication': { ...patient, expireInSeconds: 30, retentionSeconds: 3_650 * day },
  'tell-search-engines': { ...patient, expireInSeconds: 30, deleteAfterSeconds: day },
  'tell-feed-readers': { ...patient, expireInSeconds: 30, deleteAfterSeconds: day },
  'make-card': { retryLimit: 5, retryDelay: 10, retryBackoff: true, expireInSeconds: 120 },
  'forget-traces': daily,
  'check-forgotten': daily,
}

/** Makes pg-boss's own schema and our queues, or brings them up to date. Called after the migrations. */
export async function prepareQueues(connectionString: string) {
  const boss = new PgBoss({
    connectionString,
    application_name: 'chapterhouse queues',
    max: 1,
    supervise: false,
    schedule: false,
    registerInstance: false,
  })
  boss.on('error', () => {}) // thrown by the calls below as well
  await boss.start()
  try {
    const existing = new Set((await boss.getQueues()).map(({ name }) => name))
    if (!existing.has(deadLetters)) await boss.createQueue(deadLetters, { retentionSeconds: 365 * day })
    for (const [name, options] of Object.entries(queues)) {
      if (!existing.has(name)) await boss.createQueue(name, { ...options, deadLetter: deadLetters })
      else {
        const { policy: _fixed, ...rest } = options // pg-boss keeps the policy that a queue was made with
        await boss.updateQueue(name, { ...rest, deadLetter: deadLetters })
      }
    }
    await boss.schedule('forget-traces', '17 3 * * *', {}, { missed: 'once' })
    await boss.schedule('review-account', '5 */6 * * *', {}, { missed: 'once' })
    await boss.schedule('gather-digests', '0 7 * * *', {}, { missed: 'once' })
    await boss.schedule('check-forgotten', '41 * * * *', {}, { missed: 'once' })
  } finally {
    await boss.stop({ graceful: false })
  }
}
