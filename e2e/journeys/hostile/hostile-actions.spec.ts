import { expect } from 'playwright/test'
import { newId } from '@/lib/kernel/ids'
import { filledForm, openNewestChapter, send } from '@/e2e/rig/reader'
import { signedIn } from '@/e2e/rig/signed-in'
import { aPersonsTime } from '@/e2e/support/comment'
import { signIn } from '@/e2e/support/desk'
import {
  nothingSmuggled,
  sampleOf,
  smuggledIn,
  toBeStored,
  watch,
  wrongTypes,
} from '@/e2e/support/hostile/hostile'
import {
  giveLink,
  hostileDocument,
  takenBy,
  whatIsKnown,
  type Known,
  type Takes,
} from '@/e2e/support/hostile/hostile-actions'
import {
  actionsOfBuild,
  callByScript,
  formByScript,
  formKeys,
  formWithoutScript,
  type Action,
  type Caller,
  type Fields,
  type Given,
} from '@/e2e/support/hostile/hostile-calls'
import { admin, openSite, test as base, type Site } from '@/e2e/support/site'

// Every action of the build is called as its page calls it and as no page does; then every page that shows what was
// kept is looked at.
const test = base.extend<object, { hostile: { site: Site } & Outcome }>({
  hostile: [
    async ({}, use) => {
      const { site, close } = await openSite({ TRUSTED_HOPS: '1' })
      try {
        await use({ site, ...(await callAll(site)) })
      } finally {
        await close()
      }
    },
    { scope: 'worker', timeout: 480_000 },
  ],
})

test.use({ trace: 'off' })

const actions = actionsOfBuild()

/** Where people write freely: there each of the texts that are to be kept is sent. */
const free = new Set([
  ...['title', 'seriesTitle', 'source', 'translator', 'pattern', 'note', 'text', 'subject', 'service'],
  ...['sourceUrl', 'name', 'email'],
])

interface Outcome {
  sent: number
  failed: string[]
  /** Of each action, the statuses of its answers. */
  statuses: Record<string, Record<string, number>>
}

type Call = [what: string, call: () => Promise<number>]

/** Passwords that were called with wrong ones count as guesses: here nobody waits for a turn. */
const forgetGuesses = ({ query }: Site) => query('delete from sign_in_guess')

async function callAll(site: Site): Promise<Outcome> {
  await commentsToActOn(site)
  let token = await giveLink(site)
  let cookie = await signedIn(site.url, admin)
  const failed: string[] = []
  const statuses: Outcome['statuses'] = {}
  let sent = 0
  // In the order of the table, so that signing out comes last.
  const names = Object.keys(takenBy)
  const inOrder = actions.toSorted((a, b) => names.indexOf(a.name) - names.indexOf(b.name))
  for (const action of inOrder) {
    const takes = takenBy[action.name]
    if (!takes) continue
    if (action.name === 'signOutAction') {
      await forgetGuesses(site)
      cookie = await signedIn(site.url, admin)
    }
    if (action.page.includes('[token]')) token = await giveLink(site)
    const known = await whatIsKnown(site, token)
    const path = action.page.replace(/\[(\w+)\]/g, (_all, name: string) => known.parameters[name] ?? 'x')
    const caller = { url: site.url, path, cookie, from: `10.3.0.${inOrder.indexOf(action)}` }
    const keys = await formKeys(caller)
    const calls = [
      ...callsWithArguments(caller, action, takes, known),
      ...callsWithForms(caller, action, takes, known, keys[action.id]),
    ]
    const again = takes.input ? inputCalls(site, caller, action, takes.input, token) : []
    for (let from = 0; from < calls.length; from += 4)
      await Promise.all(calls.slice(from, from + 4).map((call) => look(action, call)))
    for (const call of again) await look(action, call)
    sent += calls.length + again.length
    const fault = /.*("level":(50|60)|⨯|Error).*/.exec(site.server.said())?.[0]
    if (fault) failed.push(`${action.name}, in the log: ${fault.slice(0, 500)}`)
  }
  return { sent, failed, statuses }

  async function look(action: Action, [what, call]: Call) {
    const status = await call().catch((error: unknown) => String(error))
    const counted = (statuses[action.name] ??= {})
    counted[status] = (counted[status] ?? 0) + 1
    if (typeof status !== 'number' || status >= 500)
      failed.push(`${action.name} ${what.slice(0, 300)}: ${status}`)
  }
}

/** Comments whose names and texts are of the kind, some of them waiting. */
async function commentsToActOn(site: Site) {
  const open = await openNewestChapter(site.url)
  const forms = await Promise.all(toBeStored().map((text) => filledForm(open, text)))
  await aPersonsTime()
  for (const form of forms) {
    expect((await send(open, { ...form, author: form.comment })).status).toBeLessThan(500)
    expect((await send(open, { ...form, author: 'Rosa' })).status).toBeLessThan(500)
  }
}

/** Whatever may stand in the place of arguments, by whoever may call. */
function callsWithArguments(caller: Caller, { id, name }: Action, takes: Takes, known: Known): Call[] {
  const before = takes.before?.(known) ?? []
  const places = before.length + 1
  const strange = [...wrongTypes, ...sampleOf(name, 6)].map((value, index) => {
    const args = [...before, {}]
    args[index % places] = value
    return args
  })
  const texts = ['[]', '[null]', ...strange.map((args) => JSON.stringify(args))]
  const nobody: Caller = { ...caller, cookie: undefined }
  return [
    ...texts.map((text): Call => [`called with ${text}`, () => callByScript(caller, id, text)]),
    ...texts
      .filter((_text, index) => index % 10 === 0)
      .map((text): Call => [`called by nobody with ${text}`, () => callByScript(nobody, id, text)]),
  ]
}

let number = 0

/** Each time the next third: together they are all, and the hundredfold of it need not be asked. */
const aThirdOf = <Value>(values: readonly Value[]) => {
  const from = thirds++
  return values.filter((_value, index) => (index + from) % 3 === 0)
}
let thirds = 0

function callsWithForms(
  caller: Caller,
  { id, name }: Action,
  takes: Takes,
  known: Known,
  key?: string,
): Call[] {
  const before = takes.before?.(known) ?? []
  const forms = () => takes.forms?.(known, ++number) ?? [{}]
  const send = (fields: Fields, state = before): Call => {
    const byScript = number++ % 2 === 0
    const what = `${byScript ? 'by script' : 'without'} ${JSON.stringify(state)} ${JSON.stringify(fields)}`
    return [
      what,
      () =>
        byScript
          ? formByScript(caller, id, state, fields)
          : formWithoutScript(caller, id, state, fields, key),
    ]
  }
  const fieldsOf = (fields: Fields) => Object.keys(fields)
  const all = (fields: Fields, given: Given) =>
    Object.fromEntries(fieldsOf(fields).map((field) => [field, given]))
  return [
    // A state that no page of ours was in, said by the caller; the page shows what becomes of it.
    ...(before.length === 0 ? [] : aThirdOf(wrongTypes)).map((value): Call => {
      const state = [...before.slice(0, -1), value]
      return [
        `in the state ${JSON.stringify(value)}`,
        () => formWithoutScript(caller, id, state, all(forms()[0]!, ''), key),
      ]
    }),
    ...forms().flatMap((form, index) => [
      send(form),
      ...sampleOf(`${name} ${index}`, 4).map((text) => send(all(form, text))),
      ...[new Blob(['x']), undefined, ['a', 'b'], ''].map((given) => send(all(form, given))),
      ...['__proto__', 'constructor', 'a[contains]', '$ACTION', '0'].map((extra) =>
        send({ ...form, [`${extra} `.trim()]: 'x' }),
      ),
      ...fieldsOf(form).flatMap((field) =>
        [
          ...(free.has(field) ? toBeStored() : sampleOf(`${name} ${field}`, 2)),
          ...aThirdOf<Given>([
            ...[new Blob(['x']), undefined, ['a', 'b']],
            ...['', '\0', '99999999999999999999', '{"contains":""}', '-1', '1e3'],
          ]),
        ].map((given) => send({ ...forms()[index]!, [field]: given })),
      ),
    ]),
  ]
}

/** Objects as an argument: each of their values is replaced by everything, one after the other. */
function inputCalls(
  site: Site,
  caller: Caller,
  { id, name }: Action,
  input: NonNullable<Takes['input']>,
  token: string,
): Call[] {
  const call = (change: (good: Record<string, unknown>) => unknown): Call => [
    `with ${change.toString()}`,
    // What was saved before is what the next call builds on.
    async () =>
      callByScript(caller, id, JSON.stringify([change(input(await whatIsKnown(site, token), ++number))])),
  ]
  const put = (field: string, value: unknown): Call => [
    `with ${field}: ${JSON.stringify(value)}`,
    call((good) => ({ ...good, [field]: value }))[1],
  ]
  const fields = Object.keys(input({ another: {} } as Known, 0))
  return [
    call((good) => good),
    call((good) => ({ ...good, extra: 1 })),
    call((good) => ({ ...good, ...JSON.parse('{"__proto__":{"x":1}}') })),
    ...fields.flatMap((field) => [
      ...(free.has(field) || field === 'summary' ? toBeStored() : sampleOf(`${name} ${field}`, 3)).map(
        (value) => put(field, value),
      ),
      ...aThirdOf(wrongTypes).map((value) => put(field, value)),
    ]),
    ...(fields.includes('tags') ? [...wrongTypes, ...toBeStored()].map((one) => put('tags', [one])) : []),
    ...(fields.includes('presses') ? strangePresses(input({ commentId: newId() } as Known, 0)) : []).map(
      (presses) => put('presses', presses),
    ),
    ...(fields.includes('doc') ? strangeDocuments().map((doc) => put('doc', doc)) : []),
  ]
}

/** Each field of each press replaced by everything, and too many of them. */
function strangePresses({ presses }: Record<string, unknown>): unknown[] {
  const [press] = presses as Record<string, unknown>[]
  const fields = Object.keys(press!)
  return [
    ...wrongTypes.map((value) => [value]),
    ...fields.flatMap((field) => wrongTypes.map((value) => [{ ...press, [field]: value }])),
    Array(51).fill(press),
  ]
}

const strangeDocuments = () => [
  ...wrongTypes.flatMap((value) => [
    { type: value },
    { type: 'doc', content: value },
    { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: value }] }] },
    { type: 'doc', content: [{ type: 'heading', attrs: { level: value }, content: [] }] },
  ]),
  ...['javascript:alert(1)', 'https:\\\\127.0.0.1\\x', 'data:text/html,x', 7, null, { contains: '' }].flatMap(
    (href) => [
      {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }],
          },
        ],
      },
      { type: 'doc', content: [{ type: 'figure', attrs: { src: href, alt: href } }] },
    ],
  ),
]

test('each action of the build is one that this set knows how to call', () => {
  const unknown = actions.filter(({ name }) => !takenBy[name]).map(({ name }) => name)
  expect(unknown, 'say in e2e/support/hostile/hostile-actions.ts what these take').toEqual([])
  expect(actions.map(({ name }) => name).toSorted()).toEqual(Object.keys(takenBy).toSorted())
})

test('whatever an action is called with, it answers what it means to, and never fails', ({ hostile }) => {
  const said = `${actions.length} actions, ${hostile.sent} requests: ${JSON.stringify(hostile.statuses)}`
  test.info().annotations.push({ type: 'figures', description: said })
  expect(hostile.failed, said).toEqual([])
  expect(hostile.sent).toBeGreaterThan(1_000)
  // Each has been reached, and not only its door.
  const reached = Object.entries(hostile.statuses).filter(([, counts]) => counts[200] ?? counts[303])
  expect(reached.map(([name]) => name).toSorted(), said).toEqual(actions.map(({ name }) => name).toSorted())
})

test('on every page that shows what was kept, nothing runs', async ({ page, hostile }) => {
  test.setTimeout(300_000)
  const { site } = hostile
  const { editionId, commentId, revisionId } = await whatIsKnown(site, 'x')
  await forgetGuesses(site)
  const cookie = await signedIn(site.url, admin)
  // A title that says so is no sign of a script.
  const texts = toBeStored()
    .map((text) => text.toWellFormed().replaceAll('\0', ''))
    .filter((text) => !text.includes('hacked'))
  const words = {
    title: texts[8],
    summary: texts[9],
    source: texts[10],
    translator: texts[11],
    tags: texts.slice(9, 15),
    slug: 'the-hostile-one',
    originalDate: '2001-02-03',
  }
  const [drafting, publishing] = ['saveDraftAction', 'publishAction'].map((name) =>
    actions.find((one) => one.name === name)!,
  )
  const caller = { url: site.url, path: `/desk/chapters/${editionId}`, cookie }
  const draft = { editionId, basedOn: revisionId, doc: hostileDocument(), ...words }
  expect(await callByScript(caller, drafting!.id, JSON.stringify([draft]))).toBe(200)
  const saved = await whatIsKnown(site, 'x')
  expect(saved.revisionId).not.toBe(revisionId)
  const wish = JSON.stringify([{ editionId, revisionId: saved.revisionId }])
  expect(await callByScript(caller, publishing!.id, wish)).toBe(200)
  await site.query(`update comment set status = 'approved' where ctid in (select ctid from comment limit 20)`)
  await site.query(`select pg_notify('site_changed', 'site')`)
  await expect.poll(async () => (await fetch(`${site.url}/en/chapters/the-hostile-one`)).status).toBe(200)

  const happened = await watch(page, site)
  await signIn(page, site.url, admin)
  const pages = [
    ...['/desk', '/desk/queue?show=100', '/desk/queue?status=approved&show=100', `/desk/queue/${commentId}`],
    ...['/desk/people', '/desk/spam', '/desk/spam/words', '/desk/settings', '/desk/chapters'],
    ...[`/desk/chapters/${editionId}`, `/desk/chapters/${editionId}/preview`],
    ...[`/desk/chapters/${editionId}/rankings`, `/desk/chapters/new?of=${editionId}`],
    ...[
      '/en/chapters/the-hostile-one',
      '/en',
      '/en/rankings',
      '/en/tags',
      '/en/series',
      '/en/search?q=script',
    ],
    ...[
      '/en/archive',
      new URL((await openNewestChapter(site.url)).action, site.url).pathname.replace('/comments', ''),
    ],
  ]
  for (const path of pages) {
    const answer = await page.goto(site.url + path)
    expect(answer!.status(), path).toBe(200)
    await expect(page.locator('h1').first()).toBeVisible()
    expect(await smuggledIn(page), path).toEqual(nothingSmuggled)
  }
  expect(happened).toEqual([])
  expect(site.server.said()).not.toMatch(/"level":(50|60)|⨯/)
})
