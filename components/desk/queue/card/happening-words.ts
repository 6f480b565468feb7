import type { Locale } from '@/lib/i18n/locales'
import { fill } from '@/lib/i18n/say'
import type { HistoryWords } from '@/lib/i18n/statements/record-words'
import {
  apart,
  checkerName,
  recordWords,
  ruleName,
  statementWords,
  wordIn,
} from '@/lib/i18n/statements/words'
import { isBlank } from '@/lib/kernel/text/shown-text'
import type { Happening } from '@/lib/moderation/decisions/history-queries'

type Of<Kind extends Happening['kind']> = Extract<Happening, { kind: Kind }>

/** Who did something to a comment, and what it was, in words. */
export function happeningWords(locale: Locale, happening: Happening): { who: string; what: string } {
  const { history: here } = recordWords(locale)
  switch (happening.kind) {
    case 'sent':
      return { who: nameIn(here, happening.name), what: here.sent }
    case 'change':
      return happening.isErased
        ? { who: here.author, what: here.erased }
        : { who: nameIn(here, happening.name), what: here.changed }
    case 'verdict':
      return { who: checkerName(locale, happening.checker), what: verdictWords(locale, happening) }
    case 'decision': {
      const { by, rule } = happening
      return {
        who: by ?? fill(locale, here.rule, { rule: ruleName(locale, rule ?? '') }),
        what: decisionWords(locale, happening),
      }
    }
    case 'feedback':
      return { who: happening.by ?? here.somebody, what: feedbackWords(locale, happening) }
  }
}

function verdictWords(locale: Locale, { verdict, why, asked, guid }: Of<'verdict'>): string {
  const { history: here } = recordWords(locale)
  const what = fill(locale, here.verdict, {
    verdict: here.verdicts[verdict],
    why: statementWords(locale, 'findings', why),
  })
  const whole = asked === null ? what : fill(locale, wordIn(here.asked, asked) ?? '{what}', { what })
  return guid ? `${whole} [${apart(locale, guid)}]` : whole
}

function decisionWords(locale: Locale, { from, to, undoes, reason, why }: Of<'decision'>): string {
  const { history: here } = recordWords(locale)
  const step = fill(locale, here.decision, { from: here.states[from], to: here.states[to] })
  const what = undoes ? fill(locale, here.undone, { what: step }) : step
  const because = reason === null ? why && statementWords(locale, 'findings', why) : apart(locale, reason)
  return because ? fill(locale, here.because, { what, why: because }) : what
}

function feedbackWords(locale: Locale, { state, lesson, problem, attempts }: Of<'feedback'>): string {
  const { history: here } = recordWords(locale)
  const told = fill(locale, here.feedback[state], { as: here.lessons[lesson] })
  const why = problem && statementWords(locale, 'problems', problem)
  const what = why ? fill(locale, here.because, { what: told, why }) : told
  return attempts > 1 ? fill(locale, here.tried, { what, count: attempts }) : what
}

const nameIn = (here: HistoryWords, name: string) => (isBlank(name) ? here.anonymous : name)
