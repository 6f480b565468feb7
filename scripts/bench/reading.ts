import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { freePort } from '@/lib/db/postgres/embedded'
import { startDeployedNginx } from '@/e2e/rig/deployed-nginx'
import { inRoot, launch, untilAnswers } from '@/e2e/rig/server-process'
import { load, type Load } from './load'
import { nginxProgram, startNginx } from './nginx'
import { heading, row, printLine } from './print'

interface Subject {
  name: string
  url: string
  /** Sends the tag of what it was given before. */
  again?: true
}

/** One chapter page, sent by the door and by what it is measured against, two rounds each. */
export async function reading(
  {
    site,
    page,
    folder,
    settings,
  }: Record<'site' | 'page' | 'folder', string> & { settings: Record<string, string> },
  sampled: () => void,
) {
  const answer = await fetch(site + page, { headers: { 'accept-encoding': 'gzip' } })
  const html = Buffer.from(await answer.arrayBuffer())
  const gzipped = gzipSync(html, { level: 7 })
  printLine(
    `\nA chapter with 50 comments: ${html.length} bytes, ${gzipped.length} gzipped; 32 connections, two rounds of 8 s each`,
  )
  const bytes = path.join(folder, 'page.gz')
  writeFileSync(bytes, gzipped)
  const [barePort, nextPort, filePort, plain, cachePort] = await Promise.all(
    Array.from({ length: 5 }, freePort),
  )
  const bare = launch(['scripts/bench/bare-node.mjs', bytes, String(barePort)], {})
  const next = inRoot('node_modules', 'next', 'dist', 'bin', 'next')
  const plainNext = launch([next, 'start', '-p', String(nextPort), '-H', '127.0.0.1'], {
    ...settings,
    NEXT_KEEPS_PAGES: '1',
  })
  const file = startNginx(folder, filePort!, gzipped)
  const ports = { plain: plain!, secure: cachePort!, site: Number(new URL(site).port) }
  const cache = nginxProgram
    ? await startDeployedNginx(nginxProgram, path.join(folder, 'deployed'), { ...ports, bare: true })
    : undefined

  const door = 'document door'
  const subjects: Subject[] = [
    { name: door, url: site + page },
    { name: 'document door, 304', url: site + page, again: true },
    { name: 'bare Node server', url: `http://127.0.0.1:${barePort}/` },
    { name: 'next start, its own caches', url: `http://127.0.0.1:${nextPort}${page}` },
    ...(file ? [{ name: 'nginx from a file', url: `http://127.0.0.1:${filePort}/` }] : []),
    ...(cache ? [{ name: 'nginx with our cache before it', url: cache.secure + page }] : []),
  ]
  for (const { url } of subjects) await untilAnswers(url)

  const best = new Map<string, Load>()
  for (let round = 0; round < 2; round++) {
    for (const { name, url, again } of subjects) {
      const headers = again ? [`if-none-match: ${await tagOf(url)}`] : []
      await load(url, { seconds: 2, headers }) // warm
      const sampling = name === door ? setTimeout(sampled, 4_000) : undefined
      const now = await load(url, { headers })
      clearTimeout(sampling)
      if (now.perSecond > (best.get(name)?.perSecond ?? 0)) best.set(name, now)
    }
  }
  await Promise.all([bare.stop(), plainNext.stop(), file?.stop(), cache?.stop()])

  const measure = best.get('nginx from a file') ?? best.get('bare Node server')!
  heading(best.has('nginx from a file') ? 'of nginx from a file' : 'of bare Node')
  for (const [name, seen] of best) row(name, seen, `${(seen.perSecond / measure.perSecond).toFixed(2)}`)
  const ratio = best.get(door)!.perSecond / best.get('next start, its own caches')!.perSecond
  printLine(`the door is ${ratio.toFixed(1)} times next start`)
}

// Asked for anew each time: the sample chapters are given their cards while the first round runs.
async function tagOf(url: string) {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'gzip' } })
  await answer.arrayBuffer()
  return answer.headers.get('etag')
}
