import { deskHere } from '../../desk/desk-here'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setRuntime } from '@/lib/kernel/env'
import { DocumentCache } from '../../documents/document-cache'
import { renderLimits } from '../../documents/render-limits'
import { staticFiles } from '../../files/built-files'
import { limits as siteLimits, listen, type Limits } from '../../http/listen'
import { LiveDesk } from '../../live/live-desk'
import { Health } from '../../process/health'
import { closeServers } from '../../process/shutdown'
import { siteServer, type SiteServerOptions } from '../../site-server'
import { FairQueue } from '../../turns/fair-queue'
import { Lookups } from '../../turns/lookups'
import { answersAtHand, type AnswerAtHand } from '../answers-at-hand'

/** Pages of the site on the wire: two to be in memory, one that takes as long as the test wants, and none. */
export const pages = {
  home: '/en',
  large: '/en/chapters/large',
  slow: '/en/chapters/slow',
  none: '/en/chapters/none',
  /** It is one of `public/`. */
  file: '/favicon.svg',
}

const htmlOf: Record<string, string> = {
  [pages.home]: '<html><head></head><body><main>Home</main></body></html>',
  // As large as a chapter with a thousand comments, and not easily made small.
  [pages.large]: `<html><head></head><body><main>${Array.from({ length: 20_000 }, (_, at) => (at * 2_654_435_761) % 4_294_967_296).join(' ')}</main></body></html>`,
}

export interface WireSite {
  port: number
  server: Server
  door: DocumentCache
  /** How many requests Node's own parser has read. */
  parsed: () => number
  /** Searches that were noted. */
  searched: string[]
  /** This page has become another, and is in memory again. */
  put: (path: string, html: string) => Promise<void>
  /** Lets the slow page be ready. */
  go: () => void
  /** Stops it as the site is stopped. */
  close: (patience?: number) => Promise<void>
}

/** Through Node's parser alone, or with answers from memory before it. */
export const ways = ['ordinary', 'fast'] as const
export type Way = (typeof ways)[number]

/** A whole server of the site, without Next and the database, at a port of its own. Its pages are in memory. */
export async function aWireSite(
  way: Way,
  limits: Partial<Limits> = {},
  atHand?: AnswerAtHand,
): Promise<WireSite> {
  setRuntime({ secret: 'a secret that only tests know, 32+', siteUrl: 'http://localhost:3000' })
  const slow = Promise.withResolvers<void>()
  const searched: string[] = []
  const changed = new Map<string, string>()
  const door = new DocumentCache({
    readerScript: '/assets/reader.js',
    render: async (path) => {
      if (path === pages.slow) await slow.promise
      if (path === '/en/-') return { status: 404, html: '<main>Nothing here</main>', lasting: true }
      if (path.includes('/-/')) return { status: 404, html: '' }
      return { status: 200, html: changed.get(path) ?? htmlOf[path] ?? `<main>${path}</main>` }
    },
  })
  door.keep = 'heard'
  const options: SiteServerOptions = {
    door,
    find: async (path) => ({
      kind: path === pages.none ? 'missing' : path.includes('?') ? 'search' : 'here',
    }),
    lookups: new Lookups(),
    reads: { note() {} },
    live: new LiveDesk(),
    searches: { note: (_address, _agent, _locale, q) => void searched.push(q) },
    health: new Health(),
    pictures: { send: async () => 'missing' },
    files: staticFiles(process.cwd(), false),
    desk: deskHere((request, response) => {
      request.resume().on('end', () => response.end(`application ${request.method}`))
    }, new FairQueue(renderLimits)),
    renderForm: () => '',
    renderAuthorPage: () => '',
    renderAway: () => '<main>Away</main>',
    trustedHops: 0,
    siteUrl: 'http://localhost:3000',
  }
  const { keepAliveTimeout } = { ...siteLimits, ...limits }
  const [server] = await listen(
    siteServer(options),
    { HOST: '127.0.0.1', PORT: 0 },
    {
      other: limits,
      ...(way === 'fast' && { answerAtHand: atHand ?? answersAtHand({ ...options, keepAliveTimeout }) }),
    },
  )
  let parsed = 0
  server!.on('request', () => parsed++)
  await Promise.all([pages.home, pages.large].map((path) => inMemory(door, path)))
  return {
    port: (server!.address() as AddressInfo).port,
    server: server!,
    door,
    parsed: () => parsed,
    searched,
    async put(path, html) {
      changed.set(path, html)
      door.empty()
      await inMemory(door, path)
    },
    go: slow.resolve,
    async close(patience = 0) {
      slow.resolve()
      await closeServers([server!], undefined, patience)
    },
  }
}

async function inMemory(door: DocumentCache, path: string) {
  const document = await door.get(path, { address: '192.0.2.1', rank: 'known' })
  await Promise.all([document.body('gzip'), document.body('br')])
  door.grown(path, document)
}
