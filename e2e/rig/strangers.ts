import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { inRoot } from './server-process'

type Asked = readonly [address: string, path: string]

const two = (number: number) => String(number).padStart(2, '0')

// No chapter of ours is older than 2015.
const kinds: ((place: number) => string)[] = [
  (place) => `/en/chapters/none-${place}`,
  (place) => `/en/tags/none-${place}`,
  (place) => `/en/series/none-${place}`,
  (place) => `/en/translators/none-${place}`,
  (place) => `/en/archive/${1970 + (Math.floor(place / 12) % 45)}/${two((place % 12) + 1)}`,
  (place) => `/en/page/${100_000 + place}`,
  (place) => `/en/search?q=nonsense${place}`,
  (place) => `/en/chapters/the-first-night/comments/${1_000 + place}`,
  (place) => `/x${place}/chapters/the-first-night`,
  (place) => `/feeds/en/tags/none-${place}/rss.xml`,
]

/** So many addresses of every kind that are nothing, no two alike, asked for by turns from so many clients. */
export const nonsense = (count: number, clients: number, from = 0): Asked[] =>
  Array.from({ length: count }, (_, at) => {
    const place = from + at
    const client = place % clients
    return [`203.0.${113 + (client >> 8)}.${client & 255}`, kinds[place % kinds.length]!(place)]
  })

/** Sends them all as fast as the server takes them; answers how many answers of each status there were. */
export async function askAsStrangers(
  site: string,
  asked: readonly Asked[],
  connections = 100,
): Promise<Record<string, number>> {
  const strangers = spawn(process.execPath, [inRoot('e2e', 'rig', 'strangers.mjs'), String(connections)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  strangers.stdin.end(`${JSON.stringify([site, asked])}\n`)
  return JSON.parse(await text(strangers.stdout)) as Record<string, number>
}
