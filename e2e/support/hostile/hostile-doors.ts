import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Every address below /api that the code knows: of Next's route handlers, and of the server's own routes. */
export function apiAddresses(): string[] {
  const handlers = readdirSync('app/api', { recursive: true, encoding: 'utf8' })
    .filter((file) => /route\.tsx?$/.test(file))
    .map((file) => `/api/${path.dirname(file)}`)
  const routes = serversRoutes().flatMap((text) => text.match(/(?<=')\/api\/[\w/-]+/g) ?? [])
  return [...new Set([...handlers, ...routes])].sort()
}

const serversRoutes = () =>
  readdirSync('lib/server/routes', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(path.join('lib/server/routes', file), 'utf8'))

/** What stands below an address that takes anything (`[...nextauth]`). */
const below: Record<string, string[]> = {
  '/api/auth/[...nextauth]': [
    ...['csrf', 'session', 'providers', 'signin', 'signin/credentials', 'callback', 'callback/credentials'],
    ...['signout', 'error', 'begin', 'signin/oidc', 'callback/oidc', 'verify-request', '_log', 'none'],
  ].map((action) => `/api/auth/${action}`),
}

/** Addresses to ask: an unknown kind of parameter is an error, so that nobody forgets it. */
export function askable(address: string): string[] {
  if (!address.includes('[')) return [address]
  const known = below[address]
  if (!known) throw new Error(`Say in e2e/support/hostile/hostile-doors.ts what stands below ${address}`)
  return known
}

/** Every name that routes read out of a query or a body, and what the libraries behind them read. */
export const fieldNames = (): string[] => [
  ...new Set([
    ...serversRoutes().flatMap((text) =>
      [...text.matchAll(/query\.get\('(\w+)'\)/g)].map(([, name]) => name!),
    ),
    ...['csrfToken', 'callbackUrl', 'email', 'password', 'json', 'error', 'redirect', 'code', 'state'],
    ...['key', 'comments', '__proto__'],
  ]),
]

/** One body in every type in which a body may come, right and wrong. */
export function bodiesOf(fields: Record<string, unknown>): [type: string | undefined, body: BodyInit][] {
  const form = new FormData()
  const urlencoded = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    form.append(name, text)
    urlencoded.append(name, text)
  }
  const files = new FormData()
  for (const name of Object.keys(fields)) files.append(name, new Blob(['x']), 'a.png')
  return [
    ['application/json', JSON.stringify(fields)],
    ['application/x-www-form-urlencoded', urlencoded.toString()],
    [undefined, form],
    [undefined, files],
  ]
}

export const brokenBodies: [type: string, body: BodyInit][] = [
  ...['{', '[]', 'null', '""', '{"a":', '['.repeat(5_000)].map((text): [string, string] => [
    'application/json',
    text,
  ]),
  ['application/x-www-form-urlencoded', '%ED%A0%80=%00&intent=%ED%A0%80&comment=%C0%80&%=%'],
  ['application/x-www-form-urlencoded', 'intent[contains]=&comment[]=a&comment[]=b&__proto__[x]=1'],
  ['multipart/form-data; boundary=x', 'broken'],
  ['multipart/form-data', '--x--'],
  ['multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="\0"\r\n\r\n\0\r\n--x--'],
  ['text/plain', 'intent=change&comment=x'],
  ['application/octet-stream', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0])],
  ['image/png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1])],
  ['x'.repeat(2_000), '\0'],
]
