import { readFileSync } from 'node:fs'
import { filledForm, openNewestChapter, send } from '@/e2e/rig/reader'
import { aged } from '@/e2e/support/aged-sum'
import { signIn } from '@/e2e/support/desk'
import { admin, expect, testWithSite, type Site } from '@/e2e/support/site'

const test = testWithSite()

const countOf = async (site: Site) =>
  (
    await site.query<{ rows: number }>(
      `select ((select count(*) from comment) + (select count(*) from captcha_redemption) + (select count(*) from submission_trace))::int as rows`,
    )
  )[0]!.rows

const bad: [string, Record<string, string>, number[]][] = [
  ['direction marks in the name', { author: 'Ada\u202Enimda' }, [422]],
  ['only zero-width in the name', { author: '\u200b\u200b' }, [422]],
  ['a name far too long', { author: 'n'.repeat(246) }, [422]],
  ['a text far too long', { comment: 'あ'.repeat(21_842) }, [422]],
  ['no text', { comment: '  \n ' }, [422]],
  ['no e-mail', { email: 'not an address' }, [422]],
  ['an e-mail with a line break', { email: 'a@example.org\r\nBcc: b@example.org' }, [422]],
  ['a javascript link', { url: 'javascript:alert(1)' }, [422]],
  ['a data link', { url: 'data:text/html,x' }, [422]],
  ['a link with a password', { url: 'https://a:b@example.org/' }, [422]],
  ['an unknown chapter', { chapter: '00000000-0000-7000-8000-000000000000' }, [404]],
  ['a chapter that is no id', { chapter: "' or 1=1 --" }, [404, 422, 400]],
  ['an unknown parent', { parent: '00000000-0000-7000-8000-000000000000' }, [422, 404]],
  ['a parent that is no id', { parent: '%' }, [422, 400]],
  ['a key that is no id', { submission_key: 'x' }, [422, 400]],
  ['no challenge', { challenge: '', answer: '' }, [422]],
  ['a forged challenge', { challenge: 'A'.repeat(120) }, [422]],
  ['a wrong answer', { answer: '99' }, [422]],
  ['an answer that is no number', { answer: 'a lot' }, [422]],
  ['the calculation instead of its answer', { answer: 'two + 3' }, [422]],
  ['an endless answer', { answer: '9'.repeat(10_000) }, [422]],
]

test('every bad field is refused with a reason, and no row changes', async ({ site }) => {
  const open = await openNewestChapter(site.url)
  const form = async () => aged(await filledForm(open, 'An honest comment otherwise.'))
  const forms = await Promise.all(bad.map(form))
  const before = await countOf(site)
  for (const [index, [name, fields, statuses]] of bad.entries()) {
    const { status, body } = await send(open, { ...forms[index]!, ...fields })
    expect(statuses, `${name}: ${status} ${body.slice(0, 200)}`).toContain(status)
    const { problems } = JSON.parse(body) as { problems: Record<string, string> }
    expect(Object.values(problems).join(' '), name).toMatch(/\S/)
  }
  expect(await countOf(site)).toBe(before)
})

test('what other programs leave in a text is taken out, and nothing of it reaches a row', async ({
  site,
}) => {
  const open = await openNewestChapter(site.url)
  const form = aged(await filledForm(open, 'A bell \u0007rings:\u000bonce\0.'))
  expect((await send(open, { ...form, author: 'Ada\0 Moss' })).status).toBe(200)
  expect(await site.query(`select text, name from comment where text like 'A bell%'`)).toEqual([
    { text: 'A bell rings:\nonce.', name: 'Ada Moss' },
  ])
})

test('a body of any shape is a form with problems, never an error of ours', async ({ site }) => {
  const open = await openNewestChapter(site.url)
  const before = await countOf(site)
  // Without its calculation: whatever a slow machine makes of the rest, nothing of it is to be stored.
  const good = { ...(await filledForm(open, 'An honest comment otherwise.')), challenge: '' }
  const post = (type: string | undefined, body: BodyInit, headers: Record<string, string> = {}) =>
    fetch(open.url + open.action, {
      method: 'POST',
      body,
      headers: {
        origin: open.url,
        accept: 'application/json',
        ...(type ? { 'content-type': type } : {}),
        ...headers,
      },
    })
  const strange: unknown[] = [
    { contains: '' },
    { not: '' },
    [],
    ['a', 'b'],
    7,
    true,
    null,
    { $gt: '' },
    '\ud800',
    { toString: 1 },
  ]
  const bodies: [string | undefined, BodyInit][] = [
    ...Object.keys(good).flatMap((field) =>
      strange.map((value): [string, string] => [
        'application/json',
        JSON.stringify({ ...good, [field]: value }),
      ]),
    ),
    ...Object.keys(good).map((field): [string, string] => [
      'application/x-www-form-urlencoded',
      `${new URLSearchParams(good).toString()}&${field}=again`,
    ]),
    ...Object.keys(good).map((field): [string, string] => [
      'application/x-www-form-urlencoded',
      `${new URLSearchParams({ ...good, [field]: '' }).toString()}&${field}[contains]=`,
    ]),
    ['application/json', '{'],
    ['application/json', '[]'],
    ['application/json', 'null'],
    ['text/plain', 'comment=x'],
    ['multipart/form-data; boundary=x', 'broken'],
    ['application/x-www-form-urlencoded', new Uint8Array([0x63, 0x3d, 0xff, 0xfe])],
    [undefined, new Uint8Array(0)],
  ]
  for (const [type, body] of bodies) {
    const answer = await post(type, body)
    expect(answer.status, `${type} ${String(body).slice(0, 300)}`).toBeGreaterThanOrEqual(400)
    expect(answer.status, `${type} ${String(body).slice(0, 300)}`).toBeLessThan(500)
  }
  const huge = await post('application/x-www-form-urlencoded', `comment=${'a'.repeat(11_000_000)}`).catch(
    () => ({ status: 413 }),
  )
  expect(huge.status).toBe(413)
  expect(await countOf(site)).toBe(before)
})

test('only our own pages may post', async ({ site }) => {
  const open = await openNewestChapter(site.url)
  const fields = aged(await filledForm(open, 'Sent from elsewhere.'))
  const before = await countOf(site)
  const headers: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    { origin: open.url, 'sec-fetch-site': 'cross-site' },
    { origin: open.url, 'sec-fetch-site': 'same-site' },
  ]
  for (const each of headers) expect((await send(open, fields, each)).status, JSON.stringify(each)).toBe(403)
  const silent = await fetch(open.url + open.action, { method: 'POST', body: new URLSearchParams(fields) })
  expect(silent.status, 'no Origin at all').toBe(403)
  expect(await countOf(site)).toBe(before)
  expect((await send(open, fields)).status).toBe(200)
})

test('a refused form without scripts comes back as the page, with its text', async ({ site }) => {
  const open = await openNewestChapter(site.url)
  const answer = await fetch(open.url + open.action, {
    method: 'POST',
    headers: { origin: open.url },
    body: new URLSearchParams({
      comment: 'Kept <b>as</b> it was',
      author: 'Rosa',
      email: 'nonsense',
      chapter: open.chapter,
    }),
  })
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(answer.headers.get('cache-control')).toContain('no-store')
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
  expect(html).toContain('Kept &lt;b&gt;as&lt;/b&gt; it was')
  expect(html).toContain('value="nonsense"')
  expect(html).toContain('<h1')
})

test('GET on the form’s address leads back to the chapter; other methods are refused', async ({ site }) => {
  const open = await openNewestChapter(site.url)
  const answer = await fetch(open.url + open.action, { redirect: 'manual' })
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    `${open.action.replace('/comments', '')}#respond`,
  ])
  expect((await fetch(open.url + open.action, { method: 'PUT', body: 'x' })).status).toBe(405)
})

// Every action of the desk is an address that anybody may call.
const { node: actions } = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as {
  node: Record<string, { workers: Record<string, unknown> }>
}

test('a call that no page of ours makes is the caller’s fault, and nothing of it is in the log', async ({
  site,
}) => {
  const part = (value: string, more: [string, string][] = []) => {
    const form = new FormData()
    for (const [name, text] of [...more, ['0', value] as const]) form.set(name, text)
    return form
  }
  const bytes = (text: string) => new TextEncoder().encode(text)
  const texts = ['', '{', '[', '["$F1"]', '['.repeat(5_000) + ']'.repeat(5_000), `["$n${'9'.repeat(5_000)}"]`]
  const calls: [type: string | undefined, body: BodyInit][] = [
    ...texts.map((text): [string, string] => ['text/plain', text]),
    ['application/json', '{'],
    ['application/octet-stream', bytes('{')],
    [undefined, bytes('{')],
    ['multipart/form-data; boundary=x', 'x'],
    ['multipart/form-data; boundary=x', ''],
    ...['{', '', '["$Q1"]', '["$F1"]', '["$1:__proto__:x"]'].map((text): [undefined, FormData] => [
      undefined,
      part(text, [['1', '{}']]),
    ]),
  ]
  const described = (id: string) => part('[]', [['$ACTION_REF_1', ''], ['$ACTION_1:0', `{"id":"${id}","bound":"$@1"}`], ['$ACTION_1:1', '{']]) // prettier-ignore
  // Those that can be decoded reach the action, which takes whatever arrives.
  const strange = [
    '[]',
    '[null]',
    '[{"attempt":{"valueOf":1,"toString":1}},"",{}]',
    '[[],[],[]]',
    JSON.stringify([{ doc: 'x'.repeat(1_500_000) }]),
  ]
  const send = (path: string, type: string | undefined, body: BodyInit, id?: string) =>
    fetch(site.url + path, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: {
        origin: site.url,
        ...(type ? { 'content-type': type } : {}),
        ...(id ? { 'next-action': id } : {}),
      },
    })
  expect(Object.keys(actions).length).toBeGreaterThan(10)
  for (const [id, { workers }] of Object.entries(actions)) {
    // What a page of readers keeps is in the same list; the door before that page lets no call through.
    const [page = ''] = Object.keys(workers).filter((worker) => worker.startsWith('app/(desk)'))
    const path = page ? page.replace(/^app|\/page$|\/\(\w+\)/g, '').replace(/\[\w+\]/g, 'x') : '/sign-in'
    for (const [type, body] of calls) {
      const { status } = await send(path, type, body, id)
      expect(status, `${path} ${type} ${String(body).slice(0, 30)}`).toBe(400)
    }
    for (const text of strange) {
      const answer = await send(path, 'text/plain', text, id)
      expect(answer.status, `${path} ${text.slice(0, 50)}: ${await answer.text()}`).toBeLessThan(500)
    }
    expect((await send(path, undefined, described(id))).status, path).toBe(400)
    const tooLong = JSON.stringify([{ doc: 'x'.repeat(2_300_000) }])
    expect((await send(path, 'text/plain', tooLong, id)).status, path).toBe(413)
  }
  for (const path of ['/sign-in', '/desk', '/desk/people', '/welcome/x']) {
    for (const [type, body] of calls)
      expect((await send(path, type, body)).status, `${path} ${type}`).toBe(400)
  }
  expect(site.server.said()).not.toMatch(/Error/)
})

test('a chapter that is too long is refused by its own rule, and the text stays in the editor', async ({
  site,
  page,
}) => {
  await signIn(page, site.url, admin)
  const [edition] = await site.query<{ id: string }>('select id from edition limit 1')
  await page.goto(`${site.url}/desk/chapters/${edition!.id}`)
  const body = page.getByRole('textbox', { name: 'Body' })
  await body.click()
  // Of three bytes each.
  await page.evaluate(() => document.execCommand('insertText', false, `Here ${'灯'.repeat(270_000)}`))
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page.getByText('The text is too long for one chapter. It has not been saved.')).toBeVisible()
  await expect(body).toContainText('Here')
})
