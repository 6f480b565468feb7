import { db, type Tx } from '@/lib/db/client'
import type { MailKind } from '@/lib/db/generated/enums'
import type { Discussion } from './settings'

export interface DueMail {
  recipient: string
  kind: MailKind
  locale: string
  /** With others in one mail, once a day. */
  daily?: boolean
}

/** Who is to be told of a comment as it stands now. What is spam, in the trash or not yet checked tells nobody. */
export async function dueMails(tx: Tx, commentId: string, settings: Discussion): Promise<DueMail[]> {
  const comment = await tx.comment.findUnique({
    where: { id: commentId },
    select: {
      ...{ status: true, email: true, locale: true, follow: true, staffId: true },
      parent: { select: { status: true, email: true, locale: true, follow: true } },
      verdicts: { where: { settles: true }, take: 1, select: { id: true } },
      decisions: { where: { byId: { not: null } }, take: 1, select: { id: true } },
    },
  })
  if (!comment) return []
  const { status, email, locale, follow, parent, verdicts, decisions } = comment
  const settled = verdicts.length > 0 || decisions.length > 0
  if (status === 'spam' || status === 'trash' || !settled) return []

  const due: DueMail[] = []
  const wanted = settings.mailsToCommenters
  if (wanted && email && follow && !follow.stoppedAt) {
    if (!follow.confirmedAt) due.push({ recipient: email, kind: 'confirm', locale })
    if (follow.confirmedAt && status === 'approved') due.push({ recipient: email, kind: 'approved', locale })
  }
  const answers = status === 'approved' && parent?.status === 'approved' && parent.email !== ''
  if (
    wanted &&
    answers &&
    parent.follow?.confirmedAt &&
    !parent.follow.stoppedAt &&
    !same(parent.email, email)
  ) {
    due.push({ recipient: parent.email, kind: 'reply', locale: parent.locale, daily: parent.follow.daily })
  }
  const ofAll = settings.noticesOf === 'every comment' && comment.staffId === null
  if (decisions.length === 0 && (status === 'pending' || ofAll)) {
    for (const recipient of await staffToTell(tx, settings))
      due.push({ recipient, kind: 'moderate', locale: 'en' })
  }
  return due.map((mail) => ({ ...mail, recipient: mail.recipient.toLowerCase() }))
}

async function staffToTell(tx: Tx, { noticesTo }: Discussion): Promise<string[]> {
  if (noticesTo === 'nobody') return []
  const staff = await tx.person.findMany({
    where: { disabledAt: null, ...(noticesTo === 'admins' ? { role: 'admin' } : {}) },
    select: { email: true },
  })
  return staff.map(({ email }) => email)
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

const wholeMail = {
  ...{ id: true, recipient: true, kind: true, locale: true, sentAt: true, droppedFor: true },
  comment: {
    select: {
      ...{ id: true, status: true, name: true, email: true, url: true, text: true },
      follow: true,
      decisions: { where: { byId: { not: null } }, take: 1, select: { id: true } },
      trace: { select: { ip: true } },
      parent: { select: { id: true, name: true, email: true, status: true, follow: true } },
      edition: {
        select: {
          ...{ locale: true, slug: true },
          publication: { select: { revision: { select: { title: true } } } },
        },
      },
    },
  },
} as const

/** A mail and everything that its words may need. */
export const waitingMail = (mailId: string) =>
  db.mail.findUnique({ where: { id: mailId }, select: wholeMail })

/** The replies of one daily mail, in the order in which they came. */
export const waitingDigest = (digestId: string) =>
  db.mail.findMany({
    where: { digestId, sentAt: null, droppedFor: null },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    select: wholeMail,
  })
export type WaitingMail = NonNullable<Awaited<ReturnType<typeof waitingMail>>>

export const howManyWait = () => db.comment.count({ where: { status: 'pending' } })
