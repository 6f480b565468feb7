import { BlockList, isIP } from 'node:net'
import { done, refuse, type Result } from '@/lib/kernel/result'
import { foldForMatching, foldShape, unmaskMixed } from './fold'
import { asciiHost, linkedHost } from './hosts'
import { unspaced, withoutGaps } from './spelled'
import { symbolsIn } from './symbols'

/** What a line of a word list looks for. */
export type Pattern =
  | { kind: 'words'; words: PatternWord[] }
  /** In scripts that put no spaces between words, wherever it stands. */
  | { kind: 'within'; part: string }
  /** Emoji and other symbols, as they stand. */
  | { kind: 'symbols'; part: string }
  | { kind: 'email'; address: string }
  | { kind: 'host'; host: string }
  | { kind: 'address'; holds(ip: string): boolean }
  | { kind: 'agent'; part: string }

export interface PatternWord {
  word: string
  /** How the word reads when its letters are taken for Latin ones: what a disguised word is compared with. */
  unmasked: string
  open: boolean
}

export type PatternProblem = 'pattern-missing' | 'pattern-long' | 'pattern-wide'

export const patternLimit = 200

// A few characters stand for whole phrases once they are folded, and an index of Postgres takes 2,704 bytes.
const longestKey = 2_500

const wordWithStar = /([\p{L}\p{M}\p{N}]+)(\*?)/gu

/**
 * Reads a line: a word, a phrase, `casino*` for every word that begins so, emoji or symbols, an e-mail address or
 * `@domain`, a host with its subdomains, an IP address or a range of them, or `agent: name` for a browser's name.
 */
export function readPattern(line: string): Result<Pattern, PatternProblem> {
  const text = line.trim()
  if (text === '') return refuse('pattern-missing')
  if (text.length > 2 * patternLimit || [...text].length > patternLimit) return refuse('pattern-long')
  if (Buffer.byteLength(sameAs(text)) > longestKey) return refuse('pattern-long')
  const agent = /^agent:/i.test(text) ? text.slice('agent:'.length).trim() : ''
  if (agent)
    return agent.length < 3 ? refuse('pattern-wide') : done({ kind: 'agent', part: foldForMatching(agent) })
  const addresses = addressesIn(text)
  if (addresses) return done({ kind: 'address', holds: addresses })
  const folded = foldForMatching(text)
  if (isMailbox(folded)) return done({ kind: 'email', address: mailboxOf(folded, foldShape(text)) })
  const host = hostIn(foldShape(text)) ?? linkedHost(text)
  if (host) return done({ kind: 'host', host })
  if (unspaced.test(folded)) return done({ kind: 'within', part: withoutGaps(folded) })
  const words = [...folded.matchAll(wordWithStar)].map(([, word, star]) => ({
    word: word!,
    unmasked: unmaskMixed(word!),
    open: star === '*',
  }))
  if (words.some(({ word }) => [...word].length > 1)) return done({ kind: 'words', words })
  const symbols = symbolsIn(text)
  if (symbols !== undefined) return done({ kind: 'symbols', part: symbols })
  // A single letter, a single letter and a star, or a full stop would hold every comment there is.
  return refuse(folded.trim() === '' ? 'pattern-missing' : 'pattern-wide')
}

// An address, or `@domain` for all that end so.
function isMailbox(text: string) {
  const domain = text.slice(text.lastIndexOf('@') + 1)
  return text.includes('@') && !/\s/.test(text) && /[^.]\./.test(domain) && !domain.endsWith('.')
}

// Comments come with the domain as mail knows it.
function mailboxOf(folded: string, plainly: string) {
  const domain = asciiHost(plainly.slice(plainly.lastIndexOf('@') + 1))
  return domain ? `${folded.slice(0, folded.lastIndexOf('@'))}@${domain}` : folded
}

/** The one form of a line, so that a list has it once. */
export const sameAs = (line: string) =>
  foldForMatching(line.trim())
    .replace(/\p{Emoji_Modifier}/gu, '')
    .replace(/\s+/g, ' ')

const hostIn = (text: string) => {
  const host =
    /^(?:https?:\/\/)?(?:\*\.|www\.)?((?:[\p{L}\p{N}-]+\.)+(?:xn--[a-z\d-]+|\p{L}{2,}))\.?\/?$/u.exec(
      text,
    )?.[1]
  return host && asciiHost(host)
}

function addressesIn(text: string) {
  const [address, bits, ...rest] = text.split('/')
  const family = isIP(address!)
  if (!family || rest.length || (bits !== undefined && !/^\d{1,3}$/.test(bits))) return undefined
  const most = family === 4 ? 32 : 128
  const wide = bits === undefined ? most : Number(bits)
  // Half of the Internet is no rule.
  if (wide > most || wide < 8) return undefined
  const list = new BlockList()
  list.addSubnet(address!, wide, family === 4 ? 'ipv4' : 'ipv6')
  return (ip: string) => Boolean(isIP(ip)) && list.check(ip, isIP(ip) === 4 ? 'ipv4' : 'ipv6')
}
