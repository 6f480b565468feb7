import nodemailer from 'nodemailer'
import { isMailAddress } from './address'
import type { Email, Mailer } from './port'

interface SmtpOptions {
  /** smtp://user:password@host:587 */
  url: string
  from: string
  /** The right part of each Message-ID: the site's own host. */
  host: string
  deadlineMs?: number
}

/** Sends mails to an SMTP server. What it said for good (5xx) is `refused`; everything else is tried again. */
export function smtp({ url, from, host, deadlineMs = 60_000 }: SmtpOptions): Mailer {
  const step = Math.min(15_000, deadlineMs)
  const transport = nodemailer.createTransport({
    ...connectionOf(url),
    connectionTimeout: step,
    greetingTimeout: step,
    socketTimeout: step,
    // User text is text: never the name of a file or an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    name: 'smtp',
    async send(email) {
      if (!isMailAddress(email.to)) return 'refused'
      try {
        await withDeadline(transport.sendMail(messageOf(email, { from, host })), deadlineMs)
        return 'sent'
      } catch (error) {
        if (isForGood(error)) return 'refused'
        throw new Error(nameOf(error)) // nodemailer's messages repeat the recipient, and may repeat the password
      }
    },
  }
}

const connectionOf = (url: string) => {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    auth: username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined,
  }
}

function messageOf(
  { id, to, subject, text, html, stop }: Email,
  { from, host }: { from: string; host: string },
) {
  return {
    from,
    to: { name: '', address: to },
    // The one header that holds people's words: a line of its own, whatever stands in them.
    subject: oneLine(subject),
    text,
    html,
    messageId: `<${id}@${host}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(stop
        ? { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
        : {}),
    },
  }
}

const oneLine = (text: string) =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)
    .toWellFormed()

interface SmtpFault {
  code?: string
  responseCode?: number
  command?: string
}

// 5xx to the recipient or to the message is about this mail. 5xx to the greeting or the sign-in is about us: it may
// be mended, and the mail still has to go.
function isForGood(error: unknown) {
  const { responseCode = 0, command = '' } = error as SmtpFault
  return responseCode >= 500 && responseCode < 600 && /^(RCPT TO|DATA)/.test(command)
}

const nameOf = (error: unknown) => {
  const { code = 'unknown', responseCode } = error as SmtpFault
  return `the mail server: ${code}${responseCode ? ` ${responseCode}` : ''}`
}

async function withDeadline<Value>(work: Promise<Value>, ms: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('too late'), { code: 'EDEADLINE' })), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
