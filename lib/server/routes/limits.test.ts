import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readAddress } from '../http/address'
import { routeAt, routes } from './table'

const kilobyte = 1024

/** The routes that read bodies at all. What is larger than 64 KB without a session is here for a reason. */
const takesBodies: Record<string, { limit: number; sessionLimit?: number }> = {
  readings: { limit: 100 },
  // Signed with our key, several verdicts at once.
  akismet: { limit: 1024 * kilobyte },
  desk: { limit: 64 * kilobyte, sessionLimit: 256 * kilobyte },
  // A whole chapter.
  editor: { limit: 64 * kilobyte, sessionLimit: 2048 * kilobyte },
  'next-auth': { limit: 64 * kilobyte },
  // Two ids.
  live: { limit: 200 },
  uploads: { limit: 64 * kilobyte, sessionLimit: 12_000_000 },
  // Three times the longest comment, and what is too long comes back to be shortened.
  comments: { limit: 700 * kilobyte },
  'own-comment': { limit: 256 * kilobyte },
}

test('who reads bodies, and how much, is on the list above', () => {
  const reading = routes.filter(({ limit, sessionLimit }) => limit > 0 || sessionLimit !== undefined)
  const limits = reading.map(({ name, limit, sessionLimit }) => [
    name,
    { limit, ...(sessionLimit && { sessionLimit }) },
  ])
  expect(Object.fromEntries(limits)).toEqual(takesBodies)
})

const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).map((file) => path.join('app', file))
const textOf = (file: string) => readFileSync(file, 'utf8')
const pages = files.filter((file) => file.endsWith('page.tsx'))
const handlers = files.filter((file) => file.endsWith('route.ts'))
const actions = files.filter((file) => file.endsWith('.ts') && textOf(file).startsWith("'use server'"))

/** The address of what stands in a folder of app/, with something in the place of its parameters. */
const addressOf = (file: string) =>
  path
    .dirname(file)
    .replace(/^app/, '')
    .replace(/\/\([^)]+\)/g, '')
    .replace('/[locale]', '/en')
    .replace(/\[\[?(\.\.\.)?\w+\]?\]/g, 'x')

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
/** What a route handler exports, however it does. */
const methodsOf = (file: string) =>
  methods.filter((method) =>
    [...textOf(file).matchAll(/^export\s.*$/gm)].some(([line]) => new RegExp(`\\b${method}\\b`).test(line)),
  )

const build = [
  ...pages.map((file) => ({ file, methods: ['GET'] })),
  ...handlers.map((file) => ({ file, methods: methodsOf(file) })),
  // A call of an action goes to the page that has it, which stands beside it or below.
  ...actions.map((file) => ({ file, methods: ['POST'] })),
].flatMap(({ file, methods }) => methods.map((method) => `${method} ${addressOf(file)}`))

describe('every method and address of the build has a route with a limit:', () => {
  const rows = [...new Set(build)].sort().map((row) => {
    const [method, address] = row.split(' ') as [string, string]
    const { route } = routeAt(readAddress(address)!)
    const { limit, sessionLimit = limit } = route
    return { method, address, route, limit: limit === sessionLimit ? limit : `${limit}–${sessionLimit}` }
  })
  test.each(rows)('$method $address: $limit bytes ($route.name)', ({ method, route }) => {
    expect(route.name).not.toBe('unknown')
    expect(route.methods).toContain(method)
    if (method !== 'GET' && method !== 'HEAD') expect(takesBodies).toHaveProperty([route.name])
  })
  test('actions and handlers are among them', () => {
    expect(actions.length).toBeGreaterThan(5)
    expect(rows.some(({ method, address }) => method === 'POST' && address === '/api/pictures')).toBe(true)
    expect(rows.some(({ method, address }) => method === 'POST' && address === '/desk/queue')).toBe(true)
  })
})
