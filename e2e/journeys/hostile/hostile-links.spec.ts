import { expect } from 'playwright/test'
import { mailboxKey } from '@/lib/comments/notifications/opt-in-commands'
import { statusToken, type LinkPurpose } from '@/lib/comments/author/link-token'
import { filledForm, openNewestChapter, send } from '@/e2e/rig/reader'
import { signedIn } from '@/e2e/rig/signed-in'
import { startAkismetPeer } from '@/e2e/peers/akismet-peer'
import { aPersonsTime } from '@/e2e/support/comment'
import {
  nothingSmuggled,
  sampleOf,
  smuggledIn,
  toBeStored,
  watch,
  wrongTypes,
} from '@/e2e/support/hostile/hostile'
import {
  apiAddresses,
  askable,
  bodiesOf,
  brokenBodies,
  fieldNames,
} from '@/e2e/support/hostile/hostile-doors'
import { admin, openSite, test as base, type Site } from '@/e2e/support/site'
import { startSmtpPeer } from '@/e2e/peers/smtp-peer'

// The pages of a comment of one's own by each kind of link, the links of mails, and every address below /api.
const secret = 'a secret that only this journey knows, and signs with'
const akismetKey = 'abcdef123456'

interface Kept {
  site: Site
  /** The comments, each of another text of the kind. */
  ids: string[]
}

const test = base.extend<object, { kept: Kept }>({
  kept: [
    async ({}, use) => {
      const [mails, akismet] = await Promise.all([startSmtpPeer(), startAkismetPeer({ key: akismetKey })])
      const { site, close } = await openSite({
        TRUSTED_HOPS: '1',
        SECRET: secret,
        SMTP_URL: mails.url,
        MAIL_FROM: 'no-reply@example.org',
        AKISMET_KEY: akismetKey,
        AKISMET_URL: akismet.url,
      })
      try {
        await use({ site, ids: await sendComments(site) })
      } finally {
        await close()
        await mails.stop()
        await akismet.stop()
      }
    },
    { scope: 'worker', timeout: 180_000 },
  ],
})

test.use({ trace: 'off' })

async function sendComments(site: Site) {
  const many = { editMinutes: 1_440, linksToHold: 0 }
  await site.query(`update setting set value = value || $1::jsonb where key = 'discussion'`, [many])
  const open = await openNewestChapter(site.url)
  const texts = toBeStored()
  const forms = await Promise.all(texts.flatMap((text) => [filledForm(open, text), filledForm(open, text)]))
  await aPersonsTime()
  for (const [index, form] of forms.entries()) {
    const fields =
      index % 2 === 0 ? { author: form.comment } : { comment: `Plain, ${index}`, author: form.comment }
    expect((await send(open, { ...form, ...fields })).status).toBeLessThan(500)
  }
  const rows = await site.query<{ id: string }>('select id from comment order by sent_at, id')
  expect(rows.length).toBeGreaterThan(20)
  return rows.map(({ id }) => id)
}

const purposes = ['status', 'confirm', 'stop', 'stop-all', 'everything', 'never'] as const
const intents = [
  ...['change', 'withdraw', 'export', 'erase', 'send-everything', 'follow', 'stop', 'daily', 'at-once'],
  ...['confirm', 'stop-all', 'never'],
]

const linkOf = (purpose: LinkPurpose, commentId: string, locale = 'en') => {
  const about = purpose === 'never' ? mailboxKey(secret, `${commentId}@example.org`) : commentId
  return `/${locale}/comments/${statusToken(secret, about, purpose)}`
}

/** Asks four at a time; answers what failed, and how often it has asked. */
async function askAll(site: Site, asks: [path: string, wish: RequestInit][]) {
  const failed: string[] = []
  const statuses: Record<number, number> = {}
  const ask = async ([path, wish]: [string, RequestInit]) => {
    const headers = { origin: site.url, 'x-forwarded-for': `10.4.0.${failed.length % 200}`, ...wish.headers }
    const about = `${wish.method ?? 'GET'} ${path.slice(0, 200)} ${String(wish.body).slice(0, 200)}`
    try {
      const answer = await fetch(site.url + path, { redirect: 'manual', ...wish, headers })
      await answer.arrayBuffer()
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
      if (answer.status >= 500) failed.push(`${about}: ${answer.status}`)
    } catch (error) {
      failed.push(`${about}: ${String((error as Error).cause ?? error)}`)
    }
  }
  for (let from = 0; from < asks.length; from += 4) await Promise.all(asks.slice(from, from + 4).map(ask))
  const fault = /.*("level":(50|60)|⨯).*/.exec(site.server.said())?.[0]
  if (fault) failed.push(`in the log: ${fault.slice(0, 500)}`)
  const figures = `${asks.length} requests: ${JSON.stringify(statuses)}`
  test.info().annotations.push({ type: 'figures', description: figures })
  return failed
}

const posts = (
  path: string,
  bodies: [string | undefined, BodyInit][],
  headers: Record<string, string> = {},
) =>
  bodies.map(([type, body]): [string, RequestInit] => [
    path,
    { method: 'POST', body, headers: { ...headers, ...(type && { 'content-type': type }) } },
  ])

test('by every link to a comment of one’s own: whatever is sent, the server never fails', async ({
  kept,
}) => {
  test.setTimeout(300_000)
  const { site, ids } = kept
  const locales = ['en', 'ja', 'ar']
  const asks = purposes.flatMap((purpose, number) => {
    const path = linkOf(purpose, ids[number]!, locales[number % 3])
    const values: unknown[] = [...sampleOf(purpose, 10), ...wrongTypes]
    return [
      [path, {}] as [string, RequestInit],
      [path, { method: 'HEAD' }] as [string, RequestInit],
      [path, { method: 'PUT', body: 'x' }] as [string, RequestInit],
      ...values.flatMap((value, index) => [
        ...posts(path, [bodiesOf({ intent: value })[index % 4]!]),
        ...posts(path, [
          bodiesOf({ intent: intents[index % intents.length], comment: value, sure: value })[0]!,
        ]),
        ...posts(path, [bodiesOf({ 'List-Unsubscribe': value, [JSON.stringify(value)]: value })[index % 4]!]),
      ]),
      ...intents.flatMap((intent) => posts(path, bodiesOf({ intent, comment: 'x\0\ud800', extra: {} }))),
      ...posts(path, brokenBodies),
    ]
  })
  const token = linkOf('status', ids[0]!).split('/').at(-1)!
  const strange = [
    ...[
      token.slice(1),
      `${token}A`,
      token.toLowerCase(),
      token.replace(/^./, 'z'),
      'A'.repeat(44),
      '%00',
      '%ED%A0',
    ],
    ...[...sampleOf('tokens', 30), ...toBeStored()].map((text) => encodeURIComponent(text.toWellFormed())),
  ]
  for (const one of strange)
    asks.push(
      [`/en/comments/${one}`, {}],
      ...posts(`/en/comments/${one}`, bodiesOf({ intent: 'stop' }).slice(1, 2)),
    )
  expect(await askAll(site, asks)).toEqual([])
})

test('on the page of each such comment nothing runs, nor when its text is changed to another', async ({
  page,
  kept,
}) => {
  test.setTimeout(300_000)
  const { site, ids } = kept
  const texts = toBeStored()
  const happened = await watch(page, site)
  let shown = 0
  for (const [index, id] of ids.slice(6).entries()) {
    const path = linkOf('status', id, ['en', 'ja', 'ar'][index % 3])
    const body = new URLSearchParams({ intent: 'change', comment: texts[index % texts.length]! })
    const changed = await fetch(site.url + path, { method: 'POST', body, redirect: 'manual' })
    expect(changed.status).toBeLessThan(500)
    for (const purpose of index % 5 === 0 ? purposes.slice(0, 5) : purposes.slice(0, 1)) {
      const answer = await page.goto(site.url + linkOf(purpose, id))
      expect([200, 404]).toContain(answer!.status())
      expect(await smuggledIn(page), texts[index % texts.length]).toEqual(nothingSmuggled)
      shown += answer!.status() === 200 ? 1 : 0
    }
  }
  expect(shown).toBeGreaterThan(15)
  // What is refused comes back to be mended, and is no markup there either.
  for (const text of texts) {
    const path = linkOf('status', ids.at(-1)!)
    await page.goto(site.url + path)
    const form = page.locator('form', { has: page.locator('textarea') })
    if ((await form.count()) === 0) break
    await page.locator('textarea').first().fill(text)
    await page.locator('button[value="change"]').click()
    await page.waitForLoadState()
    expect(await smuggledIn(page), text).toEqual(nothingSmuggled)
  }
  expect(happened).toEqual([])
})

test('at every address below /api: whatever is sent by whatever method, the server never fails', async ({
  kept,
}) => {
  test.setTimeout(300_000)
  const { site, ids } = kept
  // Signing out comes last.
  const addresses = apiAddresses()
    .toSorted((a, b) => Number(a.includes('/auth')) - Number(b.includes('/auth')))
    .flatMap(askable)
  expect(addresses.length).toBeGreaterThan(12)
  const cookie = await signedIn(site.url, admin)
  const csrf = await fetch(`${site.url}/api/auth/csrf`)
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const pair = csrf.headers.getSetCookie().map((one) => one.split(';')[0]!)
  const [chapter] = await site.query<{ id: string }>('select chapter_id as id from comment limit 1')
  const names = fieldNames()
  const asks = ['/api', '/api/', '/api/none', ...addresses, '/api/auth', '/api/auth/'].flatMap((address) => {
    const asked: [string, RequestInit][] = []
    const cookies = { cookie: [...pair, cookie].join('; ') }
    asked.push([
      address,
      { headers: { cookie: `next-auth.callback-url=${encodeURIComponent('[]')}; ${cookie}` } },
    ])
    for (const method of ['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
      asked.push([address, { method, headers: cookies }])
    const values: unknown[] = [...sampleOf(address, 12), ...toBeStored().slice(0, 8), ...wrongTypes]
    for (const [index, value] of values.entries()) {
      const text = (typeof value === 'string' ? value : JSON.stringify(value)).toWellFormed()
      const all = Object.fromEntries(names.map((name) => [name, value]))
      const one = { csrfToken, json: 'true', [names[index % names.length]!]: value }
      const query = new URLSearchParams({
        chapter: chapter!.id,
        locale: 'en',
        [names[index % names.length]!]: text,
      })
      asked.push([`${address}?${query.toString()}`, { headers: cookies }])
      if (index % 4 === 0) asked.push([`${address}/${encodeURIComponent(text)}`, { headers: cookies }])
      const who = index % 3 === 0 ? {} : cookies
      asked.push(...posts(address, [bodiesOf(index % 2 ? all : one)[(index >> 1) % 4]!], who))
    }
    asked.push(
      ...posts(address, brokenBodies, cookies),
      ...posts(address, bodiesOf({ csrfToken, json: 'true' }), cookies),
    )
    return asked
  })
  // With Akismet's own proof, which is our key, and for each verdict what is none.
  const verdicts = [...wrongTypes, ...sampleOf('akismet', 20)].flatMap((guid) => [
    { key: akismetKey, comments: [{ guid, result: 'true' }, guid, { guid: ids[0], result: guid }] },
    { key: akismetKey, comments: guid },
    { key: guid, comments: [] },
  ])
  asks.push(
    ...verdicts.flatMap((verdict) => posts('/api/akismet', [['application/json', JSON.stringify(verdict)]])),
  )
  expect(await askAll(site, asks)).toEqual([])
  expect((await fetch(`${site.url}/api/health`)).status).toBe(200)
})
