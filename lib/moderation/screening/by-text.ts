import { countLinks } from '@/lib/spam/links'
import type { WordList } from '@/lib/spam/words/queries'
import { find, searchable } from '@/lib/spam/words/search'
import type { Finding, Said, Screening } from './screening'

export const disallowedWords = (about: Screening) => inList(about, 'disallowed', 'trash')
export const moderationWords = (about: Screening) => inList(about, 'moderation', 'hold')

function inList({ words, submission }: Screening, list: WordList, verdict: Said): Finding {
  const rules = words.filter((rule) => rule.list === list)
  const input = rules.length === 1 ? 'one line' : `${rules.length} lines`
  if (rules.length === 0) return { verdict: 'nothing', input, why: 'the list is empty' }
  const comment = searchable(submission)
  for (const rule of rules) {
    const found = find(rule.pattern, comment)
    if (found)
      return {
        verdict,
        input: `${found.field}: ${found.excerpt}`,
        wordRuleId: rule.id,
        why: `“${rule.line}” stands in the ${found.field}`,
      }
  }
  return { verdict: 'nothing', input, why: 'none of them is in it' }
}

export function links({ submission: { text }, linksToHold }: Screening): Finding {
  const count = countLinks(text)
  const input = count === 1 ? 'one link' : `${count} links`
  if (linksToHold === 0) return { verdict: 'nothing', input, why: 'no number of links makes a comment wait' }
  return count >= linksToHold
    ? { verdict: 'hold', input, why: `${linksToHold} or more make a comment wait` }
    : { verdict: 'nothing', input, why: `fewer than ${linksToHold}` }
}
