import type { SpamAnswer, SpamChecker, SpamSubmission } from './port'

interface Signs {
  blockedWords: () => Promise<readonly string[]>
}

/** Rules for a site without a key: they explain themselves, and what they do not catch an editor decides. */
export const localRules = ({ blockedWords }: Signs): SpamChecker => ({
  name: 'local rules',
  async check(submission) {
    return judge(submission, await blockedWords())
  },
  async teach() {}, // rules do not learn
})

/** A sign of 3 points is enough by itself; weaker ones must come together. */
const signs: ((
  submission: SpamSubmission,
  words: readonly string[],
) => { points: number; why: string } | undefined)[] = [
  ({ honeypot }) =>
    honeypot ? { points: 3, why: 'it filled in the field that people do not see' } : undefined,
  (submission, words) => {
    const found = words.find((word) => word.trim() && everythingOf(submission).includes(plain(word.trim())))
    return found ? { points: 3, why: `it contains the blocked word “${found.trim()}”` } : undefined
  },
  ({ text }) => {
    const links = countLinks(text)
    if (links >= 4) return { points: 3, why: `it contains ${links} links` }
    return links >= 2 ? { points: 1, why: `it contains ${links} links` } : undefined
  },
  ({ text }) =>
    /<a\s[^>]{0,500}href|\[url[=\]]/i.test(text)
      ? { points: 2, why: 'its links are written as markup' }
      : undefined,
  ({ elapsedMs, text }) =>
    elapsedMs !== undefined && text.length / (elapsedMs / 1_000) > 60
      ? { points: 1, why: 'it was written faster than people write' }
      : undefined,
]

export function judge(submission: SpamSubmission, words: readonly string[]): SpamAnswer {
  const found = signs.map((sign) => sign(submission, words)).filter((sign) => sign !== undefined)
  const points = found.reduce((sum, sign) => sum + sign.points, 0)
  const list = found.map(({ why }) => why).join('; ')
  if (points >= 3) return { verdict: 'spam', why: `Local rules: ${list}` }
  return {
    verdict: 'ham',
    why: found.length ? `Local rules: not enough for spam: ${list}` : 'Local rules found nothing',
  }
}

export const countLinks = (text: string) => text.match(/https?:\/\/(?:www\.)?|\bwww\./gi)?.length ?? 0

const plain = (text: string) => text.normalize('NFKC').toLowerCase()

const everythingOf = ({ name, email, url, text, ip }: SpamSubmission) =>
  plain([name, email, url, text, ip].join('\n'))
