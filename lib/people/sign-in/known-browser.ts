import { createHmac, timingSafeEqual } from 'node:crypto'
import { uuidIn } from '@/lib/kernel/ids'

/** Somebody who has signed in in a browser, and the secret id that it was given then. */
export interface BrowserOwner {
  personId: string
  id: string
}

// Colleagues may share a computer.
const MOST_PEOPLE = 5

/** The cookie by which a browser is known: the newest first. */
export function browserCookie(secret: string, known: readonly BrowserOwner[]): string {
  const text = known
    .slice(0, MOST_PEOPLE)
    .map(({ personId, id }) => `${personId}.${id}`)
    .join('~')
  return `${text}!${seal(secret, text)}`
}

/** Whom a browser says that it knows; nobody when the cookie is not ours. */
export function readBrowserCookie(secret: string, cookie: string | undefined): BrowserOwner[] {
  const [, text, mark] = /^([0-9a-f.~-]{1,400})!([\w-]{43})$/.exec(cookie ?? '') ?? []
  if (!text || !mark || !timingSafeEqual(Buffer.from(mark), Buffer.from(seal(secret, text)))) return []
  return text.split('~').flatMap((entry) => {
    const [personId, id] = entry.split('.').map(uuidIn)
    return personId && id ? [{ personId, id }] : []
  })
}

const seal = (secret: string, text: string) =>
  createHmac('sha256', secret).update(`chapterhouse browser\0${text}`).digest('base64url')
