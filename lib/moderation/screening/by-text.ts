import { finding, input } from '@/lib/i18n/statements/statement'
import { countLinks } from '@/lib/spam/links'
import type { WordList } from '@/lib/spam/words/queries'
import { find, searchable } from '@/lib/spam/words/search'
import type { RuleFinding, Said, Screening } from './screening'

export const disallowedWords = (about: Screening) => inList(about, 'disallowed', 'trash')
export const moderationWords = (about: Screening) => inList(about, 'moderation', 'hold')

function inList({ words, submission }: Screening, list: WordList, verdict: Said): RuleFinding {
  const rules = words.filter((rule) => rule.list === list)
  const lines = input('lines', { count: rules.length })
  if (rules.length === 0) return { verdict: 'nothing', input: lines, why: finding('list-empty') }
  const comment = searchable(submission)
  for (const rule of rules) {
    const found = find(rule.pattern, comment)
    if (found)
      return {
        verdict,
        input: input('excerpt', found),
        wordRuleId: rule.id,
        why: finding('word-found', { line: rule.line, field: found.field }),
      }
  }
  return { verdict: 'nothing', input: lines, why: finding('no-word-found') }
}

export function links({ submission: { text, answered }, linksToHold: limit }: Screening): RuleFinding {
  const count = countLinks(text, answered)
  const seen = input('links', { count })
  if (limit === 0) return { verdict: 'nothing', input: seen, why: finding('links-any') }
  return count >= limit
    ? { verdict: 'hold', input: seen, why: finding('links-many', { limit }) }
    : { verdict: 'nothing', input: seen, why: finding('links-few', { limit }) }
}
