import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { decode } from 'next-auth/jwt'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { pool } from '@/lib/db/client'
import { actions, handlers, meets, pages, type Need } from '@/lib/people/policy/doors'
import { forgetCrowd } from '@/lib/people/sign-in/in-turn'
import { callers, cookiesOf, roleOf, type Caller } from './testing/callers'
import { callOf } from './testing/calls'
import { everything } from './testing/everything'
import { paramsOf } from './testing/parameters'
import { secrets, someRows } from './testing/rows'

// The matrix of the policy: every action, page and handler of the tree is called as everybody, with nothing in front of it:
// neither proxy.ts nor our own server. Who is refused has changed nothing and is told nothing.

class LedAway extends Error {
  constructor(readonly to: string) {
    super(to)
  }
}

const request = vi.hoisted(() => ({ cookies: new Map<string, string>() }))
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'x-client-address': '192.0.2.1', 'user-agent': 'a test' }),
  cookies: async () => ({
    get: (name: string) => {
      const value = request.cookies.get(name)
      return value === undefined ? undefined : { name, value }
    },
    set: () => {},
  }),
}))
vi.mock('next/cache', () => ({ refresh: () => {} }))
vi.mock('next/server', () => ({ connection: async () => {} }))
vi.mock('next/navigation', () => {
  const leads = (to: string) => {
    throw new LedAway(to)
  }
  return { redirect: leads, forbidden: () => leads('forbidden'), notFound: () => leads('not found') }
})
// As next-auth does it, from the cookies above: the token is read with the site's key.
vi.mock('next-auth/next', () => ({
  getServerSession: async ({
    secret,
    cookies,
    callbacks,
  }: ReturnType<typeof import('@/lib/people/sessions/auth-options').authOptions>) => {
    const token = request.cookies.get(cookies!.sessionToken!.name)
    const claims = token ? await decode({ token, secret: secret! }) : null
    return claims && callbacks!.session!({ session: { expires: '' }, token: claims } as never)
  },
}))

// The first reads. Where no mail is sent, nobody's address changes, and no link about one was mailed.
const onlyRead = new Set<string>(['bulkProgressAction', 'emailAction', 'confirmEmailAction'])

const refusals = /not-signed-in|not-allowed/
const isLet = (caller: Caller, need: Need) => {
  const role = roleOf(caller)
  return role ? meets(role, need) : need === 'everybody'
}
/** How somebody who is refused is told so. */
const refusalFor = (caller: Caller) => (roleOf(caller) ? 'not-allowed' : 'not-signed-in')

const files = globSync('app/**/*.{ts,tsx}').map((file) => file.replaceAll('\\', '/'))
const load = async (file: string) =>
  (await import(path.resolve(file))) as Record<string, (...given: unknown[]) => unknown>

/** What a door answers, as text; where it leads to is an answer. */
async function answerOf(call: () => unknown): Promise<string> {
  try {
    return JSON.stringify(await call()) ?? ''
  } catch (error) {
    if (error instanceof LedAway) return `led to ${error.to}`
    throw error
  }
}

// Nobody waits for a turn since others have guessed before.
beforeEach(async () => {
  forgetCrowd()
  await pool().query('delete from sign_in_guess')
})

describe('each action, called as everybody:', () => {
  const declared = files.filter((file) => /^'use server'/.test(readFileSync(file, 'utf8')))
  test.each(Object.entries(actions) as [keyof typeof actions, Need][])('%s: %s', async (name, need) => {
    const module = (await Promise.all(declared.map(load))).find((one) => name in one)!
    let acted = false
    let rows = await someRows()
    for (const caller of callers) {
      request.cookies = await cookiesOf(caller)
      const given = callOf[name](rows)
      const before = await everything()
      const answer = await answerOf(() => module[name]!(...given))
      const after = await everything()
      if (isLet(caller, need)) {
        expect(answer, caller).not.toMatch(refusals)
        acted ||= JSON.stringify(after) !== JSON.stringify(before)
        rows = await someRows()
        continue
      }
      expect(after, caller).toEqual(before)
      for (const secret of secrets) expect(answer, caller).not.toContain(secret)
      // One that answers nothing says nothing to anybody.
      if (answer && answer !== '[]') expect(answer, caller).toContain(refusalFor(caller))
    }
    // Otherwise nobody could tell that it was refused; but what only reads tells by its words.
    if (need !== 'everybody' && !onlyRead.has(name)) expect(acted).toBe(true)
  })
})

describe('each page, asked for by everybody:', () => {
  const addressOf = (file: string) => file.replace(/^app|\/page\.tsx$/g, '').replaceAll(/\/\([^/]+\)/g, '')
  test.each(Object.entries(pages) as [keyof typeof pages, Need][])('%s: %s', async (address, need) => {
    const module = await load(
      files.find((file) => file.endsWith('/page.tsx') && addressOf(file) === address)!,
    )
    const rows = await someRows()
    for (const caller of callers) {
      request.cookies = await cookiesOf(caller)
      const asked = () => ({
        params: Promise.resolve(paramsOf[address](rows)),
        searchParams: Promise.resolve({}),
      })
      const before = await everything()
      for (const part of ['default', 'generateMetadata'].filter((one) => one in module)) {
        const answer = await drawn(() => module[part]!(asked()))
        // Whoever has not given a password yet begins with it, whoever they are.
        if (address === '/sign-in/second-step') expect(answer, caller).toMatch(/^("drawn"|led to \/sign-in)$/)
        else if (isLet(caller, need)) expect(answer, caller).not.toMatch(/^led to (\/sign-in|forbidden)/)
        else expect(answer, caller).toBe(roleOf(caller) ? 'led to forbidden' : 'led to /sign-in')
      }
      expect(await everything(), caller).toEqual(before)
    }
  })

  // What a page draws holds functions and more; here it is enough that it comes.
  const drawn = (call: () => unknown) =>
    answerOf(async () => {
      await call()
      return 'drawn'
    })
})

test.each(callers)('a picture that %s brings', async (caller) => {
  request.cookies = await cookiesOf(caller)
  const { POST } = await load('app/api/pictures/route.ts')
  const before = await everything()
  const answer = (await POST!(
    new Request('http://localhost:3000/api/pictures', { method: 'POST', body: 'no picture' }),
  )) as Response
  const refused = roleOf(caller) ? 403 : 401
  expect(answer.status).toBe(isLet(caller, handlers['/api/pictures']) ? 415 : refused)
  expect(await everything()).toEqual(before)
})

// Each with a word that stands at its head.
const sheets = [
  ['/desk/audit/export', 'Time (UTC)'],
  ['/desk/statistics/export', 'Share of spam'],
] as const

test.each(callers.flatMap((caller) => sheets.map((sheet) => [caller, ...sheet] as const)))(
  'for %s, as a file: %s',
  async (caller, address, head) => {
    request.cookies = await cookiesOf(caller)
    const { GET } = await load(`app/(desk)/(work)${address}/route.ts`)
    const before = await everything()
    const answer = (await GET!(new Request(`http://localhost:3000${address}`))) as Response
    const refused = roleOf(caller) ? 403 : 401
    const isOpen = isLet(caller, handlers[address])
    expect(answer.status).toBe(isOpen ? 200 : refused)
    expect((await answer.text()).includes(head)).toBe(isOpen)
    expect(await everything()).toEqual(before)
  },
)
