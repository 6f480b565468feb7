import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { aPerson } from '@/lib/db/testing/factories'
import { runtime } from '@/lib/kernel/env'
import { forgetOldBrowsers, knownIn, makeKnown } from './browser-commands'
import { browserCookie, readBrowserCookie } from './known-browser'

test('a browser is known for four hundred days after a sign-in', async () => {
  const now = Date.UTC(2035, 0, 1)
  const limit = now - 400 * 86_400_000
  const { id, email } = await aPerson()
  const browsers = [
    await makeKnown(undefined, id, limit - 1),
    await makeKnown(undefined, id, limit),
    await makeKnown(undefined, id, now),
  ]
  await forgetOldBrowsers(now)
  const known = await Promise.all(browsers.map((browser) => knownIn(browser, email)))
  expect(known.map(Boolean)).toEqual([false, true, true])
})

test('is forgotten by the clock of today, unless somebody says another time', async () => {
  const { id } = await aPerson()
  await makeKnown(undefined, id, Date.now() - 399 * 86_400_000)
  await makeKnown(undefined, id, Date.now() - 401 * 86_400_000)
  await forgetOldBrowsers()
  expect(await db.knownBrowser.count({ where: { personId: id } })).toBe(1)
})

test('is known for the person whom its cookie names, and for no other', async () => {
  const [owner, colleague] = [await aPerson(), await aPerson()]
  const { secret } = runtime()
  const cookie = await makeKnown(undefined, owner.id)
  const [entry] = readBrowserCookie(secret, cookie)
  expect(await knownIn(cookie, owner.email)).toEqual(entry)
  const mixed = browserCookie(secret, [{ ...entry!, personId: colleague.id }])
  for (const { email } of [owner, colleague]) expect(await knownIn(mixed, email)).toBeUndefined()
  await db.person.update({ where: { id: owner.id }, data: { disabledAt: new Date() } })
  expect(await knownIn(cookie, owner.email)).toBeUndefined()
})

test('who signs in again in a browser of two keeps their colleague known in it', async () => {
  const [one, two] = [await aPerson(), await aPerson()]
  const cookie = await makeKnown(await makeKnown(undefined, one.id), two.id)
  const again = await makeKnown(cookie, two.id)
  for (const { email, id } of [one, two]) expect((await knownIn(again, email))?.personId).toBe(id)
  expect(await db.knownBrowser.count({ where: { personId: two.id } })).toBe(1)
})

test('who signs in again and again takes no more than their one place in the cookie', async () => {
  const [one, two] = [await aPerson(), await aPerson()]
  let cookie = await makeKnown(undefined, one.id)
  for (let time = 0; time < 6; time++) cookie = await makeKnown(cookie, two.id)
  expect(readBrowserCookie(runtime().secret, cookie).map(({ personId }) => personId)).toEqual([
    two.id,
    one.id,
  ])
  expect(await knownIn(cookie, one.email)).toBeDefined()
})
