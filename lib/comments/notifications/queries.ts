import { defaultLocale } from '@/lib/i18n/locales'
import { db, type Tx } from '@/lib/db/client'
import type { MailKind, VerdictWord } from '@/lib/db/generated/enums'
import { ruleOf } from '../author/rules'
import type { Discussion } from '../discussion/settings'
import { recipientOf } from '@/lib/mail/address'
import { rolesWith } from '@/lib/people/policy/powers'

export interface DueMail {
  recipient: string
  kind: MailKind
  locale: string
  /** With others in one mail, once a day. */
  daily?: boolean
  /** About a comment that a person has published. */
  published?: boolean
}

/** Who is to be told of a comment as it stands now. What is spam, in the trash or not yet checked tells nobody. */
export async function dueMails(tx: Tx, commentId: string, settings: Discussion): Promise<DueMail[]> {
  const comment = await noticed(tx, commentId)
  if (!comment) return []
  const { status, verdicts, decisions } = comment
  const decided = decisions.some(({ byId }) => byId !== null)
  const settled = verdicts.length > 0 || decided
  if (status === 'spam' || status === 'trash' || !settled) return []

  const toCommenters = settings.mailsToCommenters
    ? [...toItsAuthor(comment, decided), ...toWhomItAnswers(comment)]
    : []
  const due = [...toCommenters, ...(await toStaff(tx, settings, comment, decided))]
  return due.map((mail) => ({ ...mail, recipient: recipientOf(mail.recipient) }))
}

const noticed = (tx: Tx, commentId: string) =>
  tx.comment.findUnique({
    where: { id: commentId },
    select: {
      status: true,
      email: true,
      locale: true,
      follow: true,
      staffId: true,
      editedAt: true,
      editionId: true,
      deletedParent: true,
      parent: { select: { status: true, email: true, locale: true, follow: true } },
      trace: { select: { commentId: true } },
      verdicts: {
        where: { settles: true },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        select: { at: true, verdict: true, reason: true },
      },
      decisions: { orderBy: [{ at: 'desc' }, { id: 'desc' }], select: { byId: true, rule: true } },
    },
  })
type Noticed = NonNullable<Awaited<ReturnType<typeof noticed>>>

function toItsAuthor({ status, email, locale, follow }: Noticed, decided: boolean): DueMail[] {
  if (!email || !follow || follow.stoppedAt) return []
  if (!follow.confirmedAt)
    return [{ recipient: email, kind: 'confirm', locale, published: status === 'approved' && decided }]
  return status === 'approved' ? [{ recipient: email, kind: 'approved', locale }] : []
}

function toWhomItAnswers({ status, email, parent, deletedParent }: Noticed): DueMail[] {
  // It answered somebody whose comment is gone, and only stands below this one.
  if (deletedParent) return []
  if (status !== 'approved' || parent?.status !== 'approved' || parent.email === '') return []
  const { follow, locale, email: recipient } = parent
  return follow?.confirmedAt && !follow.stoppedAt && !same(recipient, email)
    ? [{ recipient, kind: 'reply', locale, daily: follow.daily }]
    : []
}

async function toStaff(tx: Tx, settings: Discussion, comment: Noticed, decided: boolean): Promise<DueMail[]> {
  const waits = comment.status === 'pending'
  const ofAll = settings.noticesOf === 'every comment' && comment.staffId === null
  const changed = waits && waitsChanged(comment)
  const notice = changed ? isJudged(comment) : !decided && (waits || ofAll)
  if (!notice) return []
  const staff = await staffToTell(tx, settings, comment.editionId)
  return staff.map(({ email, locale }) => ({
    recipient: email,
    kind: changed ? 'changed' : 'moderate',
    locale: locale ?? defaultLocale,
  }))
}

interface Judged {
  editedAt: Date | null
  trace: object | null
  /** The newest first, as the decisions. */
  verdicts: { at: Date; verdict: VerdictWord; reason: string | null }[]
  decisions: { byId: string | null; rule: string | null }[]
}

// Its author has changed what was published, and no person has decided since.
const waitsChanged = ({ decisions }: Pick<Judged, 'decisions'>) =>
  decisions.find(({ byId, rule }) => byId !== null || rule === ruleOf.change)?.rule === ruleOf.change

// Former verdicts are about what it said before. Without a trace nobody can be asked, and an editor must look.
function isJudged({ editedAt, trace, verdicts }: Judged) {
  if (!trace || !editedAt) return true
  const last = verdicts.find(({ at, reason }) => at >= editedAt && reason !== 'webhook')
  return last?.verdict === 'ham'
}

async function staffToTell(tx: Tx, { noticesTo }: Discussion, editionId: string) {
  if (noticesTo === 'nobody') return []
  const writer = noticesTo.includes('writer') ? await writerOf(tx, editionId) : undefined
  const chosen = [
    ...(noticesTo.startsWith('admins') ? [{ role: 'admin' as const }] : []),
    ...(writer ? [{ id: writer }] : []),
  ]
  const people = await tx.person.findMany({
    where: {
      disabledAt: null,
      // A notice shows what only they may see, whoever wrote the chapter.
      role: { in: rolesWith('moderate comments') },
      ...(noticesTo === 'all staff' ? {} : { OR: chosen }),
    },
    select: { email: true, locale: true },
  })
  return people.flatMap(({ email, locale }) => (email === null ? [] : { email, locale }))
}

// Who began the edition, as WordPress has it; who published it where that is not known.
async function writerOf(tx: Tx, editionId: string) {
  const edition = await tx.edition.findUnique({
    where: { id: editionId },
    select: {
      revisions: {
        where: { authorId: { not: null } },
        orderBy: { number: 'asc' },
        take: 1,
        select: { authorId: true },
      },
      publication: { select: { byId: true } },
    },
  })
  return edition?.revisions[0]?.authorId ?? edition?.publication?.byId ?? undefined
}

const same = (one: string, other: string) => recipientOf(one) === recipientOf(other)

const wholeMail = {
  id: true,
  recipient: true,
  kind: true,
  locale: true,
  sentAt: true,
  droppedFor: true,
  comment: {
    select: {
      id: true,
      status: true,
      name: true,
      email: true,
      url: true,
      text: true,
      follow: true,
      decisions: { where: { byId: { not: null } }, take: 1, select: { id: true } },
      trace: { select: { ip: true } },
      parent: { select: { id: true, name: true, email: true, status: true, follow: true } },
      edition: {
        select: {
          locale: true,
          slug: true,
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
