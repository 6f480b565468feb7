import { db, type Tx } from '@/lib/db/client'
import { runtime } from '@/lib/kernel/env'
import { newId } from '@/lib/kernel/ids'
import { browserCookie, readBrowserCookie } from './known-browser'

// As long as browsers keep a cookie.
const DAYS_KEPT = 400
export const BROWSER_COOKIE_SECONDS = DAYS_KEPT * 86_400
const MOST_OF_PERSON = 20

/** The id under which a browser knows who has this e-mail address; nothing when it does not. */
export async function knownIn(cookie: string | undefined, email: string) {
  const known = readBrowserCookie(runtime().secret, cookie)
  if (known.length === 0) return undefined
  const row = await db.knownBrowser.findFirst({
    where: { id: { in: known.map(({ id }) => id) }, person: { email, disabledAt: null } },
    select: { id: true, personId: true },
  })
  // The cookie binds each id to its person.
  return known.find(({ id, personId }) => id === row?.id && personId === row.personId)
}

/**
 * Somebody has signed in here: the browser is known from now on. Its id is a new one each time, so nobody can have
 * planted it, and one that was copied ends with the next sign-in. Answers the new cookie.
 */
export async function makeKnown(cookie: string | undefined, personId: string, now = Date.now()) {
  const { secret } = runtime()
  const before = readBrowserCookie(secret, cookie)
  const others = before.filter((known) => known.personId !== personId)
  const id = newId()
  await db.$transaction([
    db.knownBrowser.deleteMany({ where: { personId, id: { in: before.map((known) => known.id) } } }),
    db.knownBrowser.create({ data: { id, personId, since: new Date(now) } }),
    db.$executeRaw`
      delete from known_browser where person_id = ${personId}::uuid and id not in (
        select id from known_browser where person_id = ${personId}::uuid
        order by since desc, id desc limit ${MOST_OF_PERSON})`,
  ])
  return browserCookie(secret, [{ personId, id }, ...others])
}

/** No browser is known any more: whoever set a new password, or was disabled, begins anew. */
export const forgetBrowsersOf = (tx: Tx, personId: string) =>
  tx.knownBrowser.deleteMany({ where: { personId } })

export const forgetOldBrowsers = (now = Date.now()) =>
  db.knownBrowser.deleteMany({ where: { since: { lt: new Date(now - BROWSER_COOKIE_SECONDS * 1_000) } } })
