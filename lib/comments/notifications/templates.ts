import { isLocale, type Locale } from '@/lib/i18n/locales'
import { shownName } from '@/lib/i18n/names'
import { mailWords } from '@/lib/i18n/mail-words'
import type { DroppedCode } from '@/lib/i18n/statements/codes'
import { say, words } from '@/lib/i18n/words'
import { recipientOf } from '@/lib/mail/address'
import { bodyOf, type Part } from '@/lib/mail/body'
import type { Email } from '@/lib/mail/port'
import { mailboxKey } from './opt-in-commands'
import type { WaitingMail } from './queries'
import { statusToken, type LinkPurpose } from '../author/link-token'
import { chapterPath } from '@/lib/i18n/paths'

interface Place {
  siteUrl: string
  secret: string
  /** How many comments wait for an editor. */
  waiting: number
}

/** Why a mail that was noted must not be sent any more, if so: things may have changed while the mail server was away. */
export function pointless({ kind, recipient, comment }: WaitingMail): DroppedCode | undefined {
  const { status, follow, parent } = comment
  if (kind === 'everything') return recipientOf(comment.email) === recipient ? undefined : 'erased'
  if (status === 'spam' || status === 'trash') return 'not-published'
  // A person has seen it by now; what the rules alone have published is still news.
  if (kind === 'changed') return status === 'pending' ? undefined : 'decided'
  if (kind === 'moderate') return comment.decisions.length > 0 ? 'decided' : undefined
  const about = kind === 'reply' ? parent : { ...comment, follow }
  if (!about || recipientOf(about.email) !== recipient) return 'erased'
  if (!about.follow || about.follow.stoppedAt) return 'stopped'
  if (kind === 'confirm') return about.follow.confirmedAt ? 'confirmed' : undefined
  if (!about.follow.confirmedAt) return 'not-confirmed'
  return status === 'approved' && about.status === 'approved' ? undefined : 'not-published'
}

/** The mail in its words. */
export function renderEmail(mail: WaitingMail, place: Place): Email {
  const here = hereOf(mail, place)
  const { subject, parts, stop } = kinds[mail.kind](mail, here, place)
  const { stop: stopWords, never } = here.here
  const ends = mail.kind === 'confirm' || mail.kind === 'everything' ? never : stopWords
  const ending: Part[] = stop ? [{ link: ends, href: stop, small: true }] : []
  return letter(mail.id, mail.recipient, here.locale, { subject, parts: [...parts, ...ending], stop })
}

/** The replies of a day in one mail. */
export function digestFor(
  digestId: string,
  mails: readonly [WaitingMail, ...WaitingMail[]],
  place: Place,
): Email {
  const [first] = mails
  const { locale, here, link } = hereOf(first, place)
  const stop = link('stop-all', first.comment.parent?.id)
  const parts = mails.flatMap((mail): Part[] => {
    const { chapter, page, name } = hereOf(mail, place)
    return [
      say(locale, here.replyWhy, { name, chapter }),
      { quote: mail.comment.text },
      { link: here.replyLink, href: page },
    ]
  })
  const ending: Part = { link: here.stopAll, href: stop, small: true }
  const subject = say(locale, here.digestSubject, { count: mails.length })
  return letter(digestId, first.recipient, locale, { subject, parts: [here.hello, ...parts, ending], stop })
}

function letter(id: string, to: string, locale: Locale, { subject, parts, stop }: Words): Email {
  const whole = `[${words(locale).site.name}] ${subject}`
  return { id, to, subject: whole, stop, ...bodyOf(locale, whole, parts) }
}

function hereOf({ locale: wanted, comment }: WaitingMail, place: Place): Here {
  const locale = isLocale(wanted) ? wanted : 'en'
  const { edition } = comment
  return {
    locale,
    here: mailWords(locale),
    chapter: edition.publication?.revision.title ?? edition.slug,
    page: `${place.siteUrl}${chapterPath(edition.locale, edition.slug)}#comment-${comment.id}`,
    link: (purpose, id = comment.id) =>
      `${place.siteUrl}/${locale}/comments/${statusToken(place.secret, id, purpose)}`,
    name: shownName(locale, comment.name),
  }
}

interface Here {
  locale: Locale
  here: ReturnType<typeof mailWords>
  chapter: string
  page: string
  link: (purpose: LinkPurpose, id?: string) => string
  name: string
}
interface Words {
  subject: string
  parts: Part[]
  stop?: string
}

const kinds: Record<WaitingMail['kind'], (mail: WaitingMail, here: Here, place: Place) => Words> = {
  // Nothing that a stranger wrote: whoever owns the address may never have heard of us.
  confirm: ({ recipient }, { locale, here, chapter, link }, { secret }) => ({
    subject: here.confirmSubject,
    parts: [
      here.hello,
      say(locale, here.confirmWhy, { chapter }),
      { link: here.confirmLink, href: link('confirm') },
      here.confirmMay,
      here.confirmStatus,
      { link: here.statusLink, href: link('status') },
      { link: here.everythingLink, href: link('everything') },
      here.confirmNot,
    ],
    stop: link('never', mailboxKey(secret, recipient)),
  }),

  everything: ({ recipient }, { locale, here, chapter, link }, { secret }) => ({
    subject: here.everythingSubject,
    parts: [
      here.hello,
      say(locale, here.everythingWhy, { chapter }),
      { link: here.everythingLink, href: link('everything') },
      here.confirmNot,
    ],
    stop: link('never', mailboxKey(secret, recipient)),
  }),

  approved: ({ comment }, { locale, here, chapter, page, link }) => ({
    subject: say(locale, here.approvedSubject, { chapter }),
    parts: [
      here.hello,
      say(locale, here.approvedWhy, { chapter }),
      { quote: comment.text },
      { link: here.approvedLink, href: page },
      { link: here.statusLink, href: link('status') },
    ],
    stop: link('stop'),
  }),

  reply: ({ comment }, { locale, here, chapter, page, link, name }) => ({
    subject: say(locale, here.replySubject, { name, chapter }),
    parts: [
      here.hello,
      say(locale, here.replyWhy, { name, chapter }),
      { quote: comment.text },
      { link: here.replyLink, href: page },
      { link: here.dailyLink, href: link('status', comment.parent?.id), small: true },
    ],
    stop: link('stop', comment.parent?.id),
  }),

  moderate: (mail, here, place) =>
    waits(mail.comment)
      ? toModerate(mail, here, place, { subject: here.here.moderateSubject, why: here.here.moderateWhy })
      : toModerate(mail, here, place, { subject: here.here.publishedSubject, why: here.here.publishedWhy }),

  changed: (mail, here, place) =>
    toModerate(mail, here, place, { subject: here.here.changedSubject, why: here.here.changedWhy }),
}

function toModerate(
  { comment }: WaitingMail,
  { locale, here, chapter, name, page }: Here,
  { siteUrl, waiting }: Place,
  said: { subject: string; why: string },
): Words {
  return {
    subject: say(locale, said.subject, { chapter }),
    parts: [
      here.hello,
      say(locale, said.why, { chapter }),
      [
        say(locale, here.author, { name }),
        comment.email && say(locale, here.email, { email: comment.email }),
        comment.url && say(locale, here.website, { url: comment.url }),
        comment.trace && say(locale, here.address, { ip: comment.trace.ip }),
        comment.parent && say(locale, here.inReplyTo, { name: shownName(locale, comment.parent.name) }),
      ]
        .filter(Boolean)
        .join('\n'),
      { quote: comment.text },
      say(locale, here.waiting, { count: waiting }),
      waits(comment)
        ? { link: here.queueLink, href: `${siteUrl}/desk/queue` }
        : { link: here.approvedLink, href: page },
    ],
  }
}

const waits = ({ status }: WaitingMail['comment']) => status === 'pending'
