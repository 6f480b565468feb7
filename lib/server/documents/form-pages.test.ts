import type { IncomingMessage, ServerResponse } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { inject } from 'light-my-request'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { receivedToken } from '@/lib/comments/author/link-token'
import type { CommentFormProps, FormState } from '@/lib/comments/submit/form-state'
import type { FoundPage } from '@/lib/kernel/found-page'
import { setRuntime } from '@/lib/kernel/env'
import type { SiteContext, Visit } from '../routes/route'
import { Document } from './document'
import { sendAnsweredForm, sendPageWithForm, type FormWish } from './form-pages'
import { formOn } from './to-document'

const rules = { websiteField: false }
vi.mock('@/lib/comments/discussion/form-queries', () => ({
  formRules: async () => ({ websiteField: false }),
}))

const secret = 'a secret that only tests know, 32+'
beforeEach(() => setRuntime({ secret, siteUrl: 'http://localhost:3000' }))

const chapter = '01a208af-3488-74c4-9140-a2d8a403899e'
const comment = '01a208af-3488-74c4-9140-a2d8a4038990'
const blank = '<main>A chapter<section id="respond"></section></main>'

const chapterPage = (status = 200) =>
  new Document(
    status,
    blank,
    undefined,
    'kept',
    formOn(blank, { chapterId: chapter, answerable: new Map([[comment, 'Rea']]) }),
  )
const without = (status = 200) => new Document(status, '<main>A page</main>')

/** A site with these pages, where an address leads as `find` says. */
function aSite(made: Record<string, Document>, find: Record<string, FoundPage> = {}) {
  const forms: CommentFormProps[] = []
  const site = {
    headers: Object.fromEntries(
      ['common', 'reading', 'personal', 'secret'].map((name) => [name, { 'x-for': name }]),
    ),
    find: async (path: string) => find[path] ?? { kind: 'here' },
    door: {
      atHand: () => undefined,
      get: async (path: string) => made[path] ?? Promise.reject(new Error('no database')),
      grown() {},
      given() {},
      isOutdated: () => false,
    },
    renderForm(form: CommentFormProps) {
      forms.push(form)
      return `<section id="respond">${form.state.status}</section>`
    },
    renderAway: (_locale: string, form?: CommentFormProps) => `kept: ${JSON.stringify(form?.state)}`,
  } as unknown as SiteContext
  return { site, forms }
}

async function told(site: SiteContext, send: (visit: Visit) => unknown) {
  const left = new AbortController().signal
  const answer = await inject(
    (request, response) => {
      const asked = { request: request as unknown as IncomingMessage, response: response as ServerResponse }
      void send({ ...asked, site, ip: '192.0.2.1', left } as Visit)
    },
    { url: '/', headers: { 'accept-encoding': 'gzip' } },
  )
  // As every browser asks for them, and as none of these is kept.
  const isPacked = answer.headers['content-encoding'] === 'gzip'
  const payload = isPacked ? gunzipSync(answer.rawPayload).toString() : answer.payload
  return { status: answer.statusCode, for: answer.headers['x-for'], payload, isPacked }
}

describe('a page that is asked for with its form in a state', () => {
  const path = '/en/chapters/a'
  const ask = async (wish: FormWish, { at = path, made = chapterPage(), find = {} } = {}) => {
    const { site, forms } = aSite({ [at]: made, '/en/-': without(404) }, find)
    const answer = await told(site, (visit) => sendPageWithForm(visit, { path: at, locale: 'en' }, wish))
    return { ...answer, forms }
  }
  const received = () => receivedToken(secret, { commentId: comment, chapterId: chapter }, Date.now())

  test('has it open to answer a comment that stands on it, for one person', async () => {
    const { forms, ...answer } = await ask({ replyTo: comment })
    expect(answer).toMatchObject({ status: 200, for: 'secret', isPacked: true })
    expect(answer.payload).toBe('<main>A chapter<section id="respond">reply</section></main>')
    expect(forms).toMatchObject([
      {
        locale: 'en',
        chapterId: chapter,
        action: '/en/chapters/a/comments',
        rules,
        state: { status: 'reply', parent: comment, parentName: 'Rea' },
      },
    ])
  })

  test('says that a comment was received, by our word alone', async () => {
    const { forms, ...answer } = await ask({ received: received() })
    expect(answer).toMatchObject({ status: 200, for: 'secret' })
    expect(answer.payload).toContain('<section id="respond">received</section>')
    expect(forms).toMatchObject([{ chapterId: chapter, state: { status: 'received' } }])
  })

  test('by any other word it is the page, which nobody keeps', async () => {
    const { forms, ...answer } = await ask({ received: 'anything' })
    expect([answer.status, answer.for, answer.payload, forms]).toEqual([200, 'secret', blank, []])
  })

  test('posts to its chapter from any page of its comments', async () => {
    const { forms } = await ask({ replyTo: comment }, { at: '/en/chapters/a/comments/12' })
    expect(forms[0]!.action).toBe('/en/chapters/a/comments')
    const other = await ask({ replyTo: comment }, { at: '/en/chapters/a/comments/12/x' })
    expect(other.forms[0]!.action).toBe('/en/chapters/a/comments/12/x/comments')
  })

  test.each<[string, FormWish, Document]>([
    ['no such comment on it', { replyTo: chapter }, chapterPage()],
    ['no form on it to answer with', { replyTo: comment }, without()],
    ['no form on it to say so', { received: '' }, without()],
  ])('is the page that everybody sees, with %s', async (_what, wish, made) => {
    const { forms, ...answer } = await ask(wish, { made })
    expect([answer.status, answer.for, answer.payload, forms]).toEqual([200, 'reading', made.html, []])
  })

  test('is not there when it is not', async () => {
    const answer = await ask({ replyTo: comment }, { find: { [path]: { kind: 'missing' } } })
    expect([answer.status, answer.payload, answer.forms]).toEqual([404, '<main>A page</main>', []])
  })
})

describe('the page that answers a form', () => {
  const address = { locale: 'en' as const, slug: 'a b' }
  const path = '/en/chapters/a%20b'
  const problems = {
    status: 'problems',
    problems: { answer: 'answer-wrong' },
    typed: { comment: 'Kept' },
  } as unknown as FormState

  async function answer(
    made: Record<string, Document>,
    find: Record<string, FoundPage> = {},
    state: FormState = problems,
  ) {
    const { site, forms } = aSite(made, find)
    const answered = { address, status: 422, state, chapterId: 'claimed' }
    return { ...(await told(site, (visit) => sendAnsweredForm(visit, answered))), forms }
  }

  test('is the chapter’s, with the form and its own status, for one person', async () => {
    const { forms, ...page } = await answer({ [path]: chapterPage() })
    expect(page).toMatchObject({ status: 422, for: 'personal', isPacked: true })
    expect(page.payload).toBe('<main>A chapter<section id="respond">problems</section></main>')
    // The page knows its chapter; a form may claim another.
    expect(forms).toEqual([
      { locale: 'en', chapterId: chapter, action: `${path}/comments`, state: problems, rules },
    ])
  })

  test('names whom it answers, if that comment stands there', async () => {
    const to = async (parent: string) => {
      const state = { ...problems, parent } as FormState
      return (await answer({ [path]: chapterPage() }, {}, state)).forms[0]!.state
    }
    expect(await to(comment)).toEqual({ ...problems, parent: comment, parentName: 'Rea' })
    expect(await to(chapter)).toEqual({ ...problems, parent: chapter })
    expect(await to('')).toEqual({ ...problems, parent: '' })
  })

  test('is where the chapter is by now', async () => {
    const moved = '/en/chapters/new'
    const { forms, ...page } = await answer(
      { [moved]: chapterPage() },
      { [path]: { kind: 'moved', to: moved, status: 301 } },
    )
    expect([page.status, forms[0]!.action]).toEqual([422, `${moved}/comments`])
  })

  test.each([
    ['missing', 404],
    ['gone', 410],
  ] as const)('says that the chapter is %s, and keeps the form', async (kind, status) => {
    const { forms, ...page } = await answer(
      { '/en/-': without(404), '/en/-gone': without(410) },
      { [path]: { kind } },
    )
    expect(page).toMatchObject({ status, for: 'personal' })
    expect(page.payload).toBe('<main>A page<section id="respond">problems</section></main>')
    expect(forms[0]).toMatchObject({ chapterId: 'claimed', action: `${path}/comments` })
  })

  test.each([
    ['too many ask', { [path]: { kind: 'busy' } } as Record<string, FoundPage>, {}],
    ['it cannot be made', {}, {}],
    ['it was withdrawn and what says so cannot be made', { [path]: { kind: 'gone' } } as const, {}],
  ])('keeps what was typed where %s', async (_why, find, more) => {
    const shell = new Document(404, '<html><head><title>404</title></head><body></body></html>')
    const { forms, ...page } = await answer({ '/en/-': shell, ...more }, find)
    expect(page).toMatchObject({ status: 503, for: 'personal' })
    expect(page.payload).toContain(`kept: ${JSON.stringify(problems)}`)
    expect(forms).toEqual([])
  })
})
