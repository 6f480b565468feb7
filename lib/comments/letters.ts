import { say } from '@/lib/i18n/words'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import { letterWords } from '@/lib/i18n/letter-words'
import { words } from '@/lib/i18n/words'
import { bodyOf, type Part } from '@/lib/mail/body'
import type { Letter } from '@/lib/mail/port'
import type { WaitingMail } from './mail-queries'
import { statusToken, type LinkPurpose } from './status-token'

interface Place {
  siteUrl: string
  secret: string
  /** How many comments wait for an editor. */
  waiting: number
}

/** Why a mail that was noted must not be sent any more, if so: things may have changed while the mail server was away. */
export function pointless({ kind, recipient, comment }: WaitingMail): string | undefined {
  const { status, follow, parent } = comment
  if (status === 'spam' || status === 'trash') return 'not published'
  if (kind === 'moderate') return status === 'pending' ? undefined : 'decided'
  const about = kind === 'reply' ? parent : { ...comment, follow }
  if (!about || about.email.toLowerCase() !== recipient) return 'erased'
  if (!about.follow || about.follow.stoppedAt) return 'stopped'
  if (kind === 'confirm') return about.follow.confirmedAt ? 'confirmed' : undefined
  if (!about.follow.confirmedAt) return 'not confirmed'
  return status === 'approved' && about.status === 'approved' ? undefined : 'not published'
}

/** The mail in its words. */
export function letterFor(mail: WaitingMail, place: Place): Letter {
  const locale = isLocale(mail.locale) ? mail.locale : 'en'
  const { comment } = mail
  const { edition } = comment
  const here = {
    locale,
    here: letterWords(locale),
    chapter: edition.publication?.revision.title ?? edition.slug,
    page: `${place.siteUrl}/${edition.locale}/chapters/${encodeURIComponent(edition.slug)}#comment-${comment.id}`,
    link: (purpose: LinkPurpose, id = comment.id) =>
      `${place.siteUrl}/${locale}/comments/${statusToken(place.secret, id, purpose)}`,
    name: comment.name || words(locale).comments.anonymous,
  }
  const { subject, parts, stop } = kinds[mail.kind](mail, here, place)
  const { name: site } = words(locale).site
  const whole = `[${site}] ${subject}`
  const ending: Part[] = stop ? [{ link: here.here.stop, href: stop, small: true }] : []
  return {
    id: mail.id,
    to: mail.recipient,
    subject: whole,
    stop,
    ...bodyOf(locale, whole, [...parts, ...ending]),
  }
}

interface Here {
  locale: Locale
  here: ReturnType<typeof letterWords>
  chapter: string
  page: string
  link: (purpose: LinkPurpose, commentId?: string) => string
  name: string
}
interface Words {
  subject: string
  parts: Part[]
  stop?: string
}

const kinds: Record<WaitingMail['kind'], (mail: WaitingMail, here: Here, place: Place) => Words> = {
  // Nothing that a stranger wrote: whoever owns the address may never have heard of us.
  confirm: (_mail, { locale, here, chapter, link }) => ({
    subject: here.confirmSubject,
    parts: [
      here.hello,
      say(locale, here.confirmWhy, { chapter }),
      { link: here.confirmLink, href: link('confirm') },
      here.confirmNot,
    ],
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
    ],
    stop: link('stop', comment.parent?.id),
  }),

  moderate: ({ comment }, { locale, here, chapter, name }, { siteUrl, waiting }) => ({
    subject: say(locale, here.moderateSubject, { chapter }),
    parts: [
      here.hello,
      say(locale, here.moderateWhy, { chapter }),
      [
        say(locale, here.author, { name }),
        comment.email && say(locale, here.email, { email: comment.email }),
        comment.url && say(locale, here.website, { url: comment.url }),
        comment.trace && say(locale, here.address, { ip: comment.trace.ip }),
        comment.parent && say(locale, here.inReplyTo, { name: comment.parent.name }),
      ]
        .filter(Boolean)
        .join('\n'),
      { quote: comment.text },
      say(locale, here.waiting, { count: waiting }),
      { link: here.queueLink, href: `${siteUrl}/desk/queue` },
    ],
  }),
}
