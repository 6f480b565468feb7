import { bareHost } from '@/lib/kernel/plain-text/bare-host'
import { normalized } from '@/lib/kernel/text/normal-form'
import type { QueueFilters } from '../queue/schema'

/** What is looked at of a comment that waits. */
export interface Candidate {
  id: string
  name: string
  text: string
  url: string | null
}

/** Comments that have a link or the shape of their text in common. */
export interface Campaign {
  /** Absent: it is the text that they have in common. */
  host?: string
  count: number
  samples: Candidate[]
  /** The view that finds them, and whatever comes later. */
  filters: QueueFilters
}

export const campaignLimits = { fewest: 3, most: 20, samples: 3, hostsOfOne: 10, looked: 2_000, text: 2_000 }

/**
 * Groups of comments that somebody seems to have sent in bulk, the largest first. One that has both a host and a shape in
 * common is told once, by its host: a link is what such comments are sent for.
 */
export function campaignsIn(comments: readonly Candidate[]): Campaign[] {
  const byHost = grouped(comments, hostsOf)
  const byShape = grouped(comments, ({ text }) => [shapeOf(text)].filter((shape) => shape !== undefined))
  const told = new Set<string>()
  const campaigns: Campaign[] = []
  const all = [
    ...byHost.map((group) => ({ ...group, isHost: true })),
    ...byShape.map((group) => ({ ...group, isHost: false })),
  ]
  for (const { key, members, isHost } of all.toSorted(
    (a, b) => b.members.length - a.members.length || Number(b.isHost) - Number(a.isHost),
  )) {
    const fresh = members.filter(({ id }) => !told.has(id))
    if (fresh.length < campaignLimits.fewest) continue
    members.forEach(({ id }) => told.add(id))
    const samples = members.slice(0, campaignLimits.samples)
    const filters = isHost ? { host: key } : { q: wordsIn(members[0]!.text) }
    campaigns.push({ ...(isHost ? { host: key } : {}), count: members.length, samples, filters })
    if (campaigns.length === campaignLimits.most) break
  }
  return campaigns
}

interface Group {
  key: string
  members: Candidate[]
}

function grouped(comments: readonly Candidate[], keysOf: (comment: Candidate) => string[]): Group[] {
  const groups = new Map<string, Candidate[]>()
  for (const comment of comments)
    for (const key of keysOf(comment)) {
      const members = groups.get(key)
      if (members) members.push(comment)
      else groups.set(key, [comment])
    }
  return [...groups]
    .map(([key, members]) => ({ key, members }))
    .filter(({ members }) => members.length >= campaignLimits.fewest)
}

// As words_of_comment has them, by which a view finds them.
const links = /https?:\/\/([^\s/?#<>"@:]{1,253})/gi

function hostsOf({ url, text }: Candidate): string[] {
  const hosts = new Set<string>()
  for (const [, host] of `${url ?? ''} ${text}`.matchAll(links)) {
    hosts.add(bareHost(host!))
    if (hosts.size === campaignLimits.hostsOfOne) break
  }
  return [...hosts]
}

// Below that, many people say the same by chance: "Thank you!", "Great!".
const fewestLetters = 20
const longestShape = 300

/** What two texts have in common that differ in links, numbers, cases, marks and blanks alone. Too short: none. */
export function shapeOf(text: string): string | undefined {
  const letters = bare(text).replaceAll(/[^\p{L}\p{M}]+/gu, '')
  return letters.length < fewestLetters ? undefined : letters.slice(0, longestShape)
}

/** Words by which a search finds texts of the same shape: the first of them, as much as a field takes. */
export function wordsIn(text: string): string {
  const words = bare(text).match(/[\p{L}\p{M}]{2,40}/gu) ?? []
  let said = ''
  for (const word of words) {
    if (said.length + word.length + 1 > longestQuery) break
    said += (said && ' ') + word
  }
  return said
}

const longestQuery = 80

const bare = (text: string) =>
  normalized(text, 'NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => !word.includes('://') && !word.includes('@'))
    .join(' ')
