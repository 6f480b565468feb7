import { newId } from '@/lib/kernel/ids'
import { actions, handlers, meets, pages, routes, type Need } from '@/lib/people/policy/doors'
import { staffRoles, type StaffRole } from '@/lib/people/policy/powers'
import { hashPassword } from '@/lib/people/sign-in/passwords'
import { signedIn } from '@/e2e/rig/signed-in'
import { findingsAtWidths } from '@/e2e/support/axe'
import { signIn } from '@/e2e/support/desk'
import { takenBy, whatIsKnown } from '@/e2e/support/hostile/hostile-actions'
import { actionsOfBuild, answerByScript } from '@/e2e/support/hostile/hostile-calls'
import { admin, editor, expect, openSite, test, type Site } from '@/e2e/support/site'
import { buildWithoutProxy } from '@/e2e/rig/without-proxy'

// The matrix of the policy on the built site: every page, action, handler and route is asked for by everybody.

const writer = { email: 'wanda@example.org', password: 'the gulls are loud at dawn', name: 'Wanda' }
const gone = { email: 'gregor@example.org', password: 'the fog comes in at night', name: 'Gregor' }

async function addStaff({ query }: Site) {
  for (const [person, role] of [
    [writer, 'writer'],
    [gone, 'admin'],
  ] as const)
    await query(
      `insert into person (id, email, name, role, password_hash) values ($1, $2, $3, $4, $5)
       on conflict do nothing`,
      [newId(), person.email, person.name, role, await hashPassword(person.password)],
    )
}

type Caller = 'anonymous' | 'disabled' | StaffRole
const roleOf = (caller: Caller) => staffRoles.find((role) => role === caller)
const isLet = (caller: Caller, need: Need) => {
  const role = roleOf(caller)
  return role ? meets(role, need) : need === 'everybody'
}

/** The cookie of everybody, one of whom is disabled after they have signed in. */
async function everybody(site: Site): Promise<Record<Caller, string>> {
  await addStaff(site)
  const [asWriter, asEditor, asAdmin, asGone] = [
    await signedIn(site.url, writer),
    await signedIn(site.url, editor),
    await signedIn(site.url, admin),
    await signedIn(site.url, gone),
  ]
  await site.query('update person set disabled_at = now() where email = $1', [gone.email])
  return { anonymous: '', writer: asWriter, editor: asEditor, admin: asAdmin, disabled: asGone }
}

/** What only some may read: of a comment's author, and of the staff. */
const secrets = ['rosa.kanari@example.org', 'Kanari wrote this', editor.email, writer.email]

interface Attempt {
  site: Site
  caller: Caller
  cookie: string
  known: Awaited<ReturnType<typeof whatIsKnown>>
  /** An address with what is known in the place of its parameters. */
  filled: (address: string) => string
  note: (isRight: boolean | undefined, what: string) => void
}

const tells = (text: string) => secrets.filter((secret) => text.includes(secret))

async function tryPages({ site, caller, cookie, known, filled, note }: Attempt) {
  for (const [address, need] of Object.entries(pages)) {
    const answer = await fetch(site.url + filled(address), { redirect: 'manual', headers: { cookie } })
    const text = await answer.text()
    const what = `${caller} at ${address}: ${answer.status} ${tells(text).join()}`
    const led = answer.status === 307 && answer.headers.get('location')?.endsWith('/sign-in')
    // Of what a site does not have yet there is no page; and the second step begins with the first.
    const isNothing = [...address.matchAll(/\[(\w+)\]/g)].some(([, name]) => !(name! in known.parameters))
    const isThere = answer.status === (isNothing ? 404 : 200) || (address === '/sign-in/second-step' && led)
    if (isLet(caller, need)) note(isThere, what)
    else if (roleOf(caller)) note(answer.status === 403 && tells(text).length === 0, what)
    else note(led && tells(text).length === 0, what)
  }
}

async function tryActions({ site, caller, cookie, known, filled, note }: Attempt) {
  for (const { id, name, page } of actionsOfBuild()) {
    const need = actions[name as keyof typeof actions]
    // What everybody may do would end the sessions of those who are still to come.
    if (need === 'everybody' || isLet(caller, need)) continue
    const { before, forms, input } = takenBy[name]!
    const given = input ? [input(known, 1)] : (before?.(known) ?? [])
    const fields = input ? undefined : (forms?.(known, 1).at(-1) ?? {})
    const address = { url: site.url, path: filled(page), cookie }
    const { status, text } = await answerByScript(address, id, given, fields)
    const what = `${caller} calling ${name}: ${status} ${tells(text).join()}`
    // With its answer comes the page anew, which the caller may be let see.
    const isTold = isLet(caller, pages[page as keyof typeof pages]) ? [] : tells(text)
    note(status < 500 && isTold.length === 0, what)
    // Some answer nothing, to nobody.
    if (!/^remove(Word|Ranking)|^bulkProgress/.test(name))
      note(/not-signed-in|not-allowed|\/sign-in/.test(text), `${what}: ${text.slice(0, 300)}`)
  }
}

async function tryPicture({ site, caller, cookie, note }: Attempt) {
  const picture = await fetch(`${site.url}/api/pictures`, {
    method: 'POST',
    body: 'no picture',
    headers: { cookie, origin: site.url },
  })
  const refusal = roleOf(caller) ? 403 : 401
  const expected = isLet(caller, handlers['/api/pictures']) ? 415 : refusal
  note(picture.status === expected, `${caller} bringing a picture: ${picture.status}`)
}

async function tryFiles({ site, caller, cookie, note }: Attempt) {
  for (const address of ['/desk/audit/export', '/desk/statistics/export'] as const) {
    const file = await fetch(site.url + address, { redirect: 'manual', headers: { cookie } })
    const isOpen = isLet(caller, handlers[address])
    // Who has no session at all is led to the sign-in by proxy.ts.
    const refused = roleOf(caller) ? [403] : cookie ? [401] : [401, 307]
    note(
      (isOpen ? [200] : refused).includes(file.status),
      `${caller} taking ${address} along: ${file.status}`,
    )
  }
}

async function tryAll(site: Site) {
  const cookies = Object.entries(await everybody(site)) as [Caller, string][]
  await site.query(
    `update comment set email = $1, text = $2, status = 'spam' where id = (select id from comment order by sent_at, id limit 1)`,
    secrets.slice(0, 2),
  )
  const known = await whatIsKnown(site, 'x')
  const filled = (address: string) =>
    address.replace(/\[(\w+)\]/g, (_all, name: string) => known.parameters[name] ?? 'x')
  const faults: string[] = []
  const note = (isRight: boolean | undefined, what: string) => void (isRight || faults.push(what))
  for (const [caller, cookie] of cookies) {
    const attempt = { site, caller, cookie, known, filled, note }
    await tryPages(attempt)
    await tryActions(attempt)
    await tryPicture(attempt)
    await tryFiles(attempt)
  }
  return faults
}

const unchanged = (site: Site) =>
  site.query(
    `select (select string_agg(concat(name, role, password_hash, disabled_at), ',' order by id) from person) as people,
       (select count(*)::int from moderation_decision where by_id is not null) as decisions,
       (select count(*)::int from revision) as revisions, (select count(*)::int from word_rule) as words,
       (select string_agg(p::text, ',' order by edition_id) from publication p) as publications,
       (select count(*)::int from ranking_fact) as rankings,
       (select value::text from setting where key = 'discussion') as settings`,
  )

test('everybody is let in where the policy says so, and nowhere else', async ({ site }) => {
  await addStaff(site)
  await site.query('update person set disabled_at = null where email = $1', [gone.email])
  const before = await unchanged(site)
  expect(await tryAll(site)).toEqual([])
  await site.query('update person set disabled_at = null where email = $1', [gone.email])
  expect(await unchanged(site)).toEqual(before)
})

test('also with proxy.ts taken out', async () => {
  const { folder, remove } = buildWithoutProxy()
  const { site, close } = await openSite({}, folder)
  try {
    const answer = await fetch(`${site.url}/desk`, { redirect: 'manual' })
    expect(answer.headers.get('content-security-policy')).toBeNull()
    expect(await tryAll(site)).toEqual([])
  } finally {
    await close()
    remove()
  }
})

/** An address for each route of our own server; those that it hands on are tried above. */
const addresses: Record<keyof typeof routes, [address: string, method?: string] | undefined> = {
  root: ['/'],
  moved: ['/favicon.ico'],
  health: ['/api/health'],
  readings: ['/api/read', 'POST'],
  akismet: ['/api/akismet', 'POST'],
  captcha: ['/api/captcha'],
  feeds: ['/feeds/rss.xml'],
  pictures: ['/media/x'],
  files: ['/favicon.svg'],
  editor: undefined,
  desk: undefined,
  'next-auth': undefined,
  live: undefined, // lib/server/routes/desk/live.db.test.ts
  uploads: undefined,
  'index-now': ['/x.txt'],
  nothing: ['/en/privacy.rsc'],
  comments: ['/en/chapters/x/comments', 'POST'],
  comment: ['/en/chapters/x/comments/0190a1b2-0000-7000-8000-000000000001'],
  'own-comment': [`/en/comments/${'a'.repeat(44)}`],
  search: ['/en/search?q=lamp&series=&tag=&language=en'],
  'page-with-form': ['/en/chapters/x?posted=pending'],
  'thread-in-language': ['/en/chapters/x?comments-in=ja'],
  page: ['/en'],
  unknown: ['/wp-login.php'],
}

test('a route in front of the desk answers everybody alike, whatever session they have', async ({ site }) => {
  const cookies = Object.values(await everybody(site))
  for (const [name, asked] of Object.entries(addresses)) {
    if (!asked) continue
    const [address, method = 'GET'] = asked
    const answers = []
    for (const cookie of cookies) {
      const answer = await fetch(site.url + address, {
        method,
        redirect: 'manual',
        headers: { cookie, origin: site.url },
      })
      for (const secret of secrets) expect(await answer.clone().text(), name).not.toContain(secret)
      answers.push(answer.status)
    }
    expect(new Set(answers).size, `${name}: ${answers.join()}`).toBe(1)
  }
})

test('a writer writes, and sees nothing of comments; an admin reads who may do what', async ({
  browser,
  site,
}) => {
  await addStaff(site)
  const page = await (await browser.newContext()).newPage()
  await signIn(page, site.url, writer)
  const nav = page.getByRole('navigation', { name: 'Desk' })
  await expect(nav.getByRole('link')).toHaveText(['Overview', 'Chapters', 'Account'])
  await expect(page.getByRole('heading', { name: 'Comments' })).toHaveCount(0)
  await page.getByRole('link', { name: 'New chapter' }).click()
  await page.getByLabel('Title', { exact: true }).fill('The gulls')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.goto(`${site.url}/desk/queue`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are not allowed to see this page')
  expect(await findingsAtWidths(page, [320, 390, 1280])).toEqual([])

  const boss = await (await browser.newContext()).newPage()
  await signIn(boss, site.url, admin)
  await boss.goto(`${site.url}/desk/people`)
  await boss.getByRole('link', { name: 'What each role may do' }).click()
  const row = (name: string) => boss.getByRole('row').filter({ hasText: name }).getByRole('cell')
  await expect(row('Moderate comments')).toHaveText(['No', 'Yes', 'Yes'])
  await expect(row('Write and translate')).toHaveText(['Yes', 'Yes', 'Yes'])
  await expect(row('Publish')).toHaveText(['No', 'No', 'Yes'])
  expect(await findingsAtWidths(boss, [320, 390, 1280])).toEqual([])
})
