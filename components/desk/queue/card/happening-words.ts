import type { Locale } from '@/lib/i18n/locales'
import { fill } from '@/lib/i18n/say'
import type { HistoryWords } from '@/lib/i18n/statements/record-words'
import {
  apart,
  checkerName,
  editReason,
  recordWords,
  ruleName,
  statementWords,
  wordIn,
} from '@/lib/i18n/statements/words'
import { isBlank } from '@/lib/kernel/text/shown-text'
import { changedIn } from '@/lib/moderation/edits/schema'
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
    case 'edit':
      return { who: happening.by, what: editWords(locale, happening) }
    case 'relocation':
      return { who: happening.by, what: relocationWords(locale, happening) }
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

function editWords(locale: Locale, { before, after, why, reason, undoes }: Of<'edit'>): string {
  const { history: here, fields: names, separator } = recordWords(locale)
  const fields = before && after ? changedIn(before, after).map((name) => names[name]) : [names.text]
  const edited = fill(locale, here.edited, { what: fields.join(separator) })
  const what = undoes ? fill(locale, here.undone, { what: edited }) : edited
  const said = [...(why ? [editReason(locale, why)] : []), ...(reason ? [apart(locale, reason)] : [])]
  return said.length > 0 ? fill(locale, here.because, { what, why: said.join(separator) }) : what
}

function relocationWords(locale: Locale, { from, to, undoes }: Of<'relocation'>): string {
  const { history: here } = recordWords(locale)
  const what = fill(locale, here.relocated, { from: apart(locale, from), to: apart(locale, to) })
  return undoes ? fill(locale, here.undone, { what }) : what
}

function feedbackWords(locale: Locale, { state, lesson, problem, attempts }: Of<'feedback'>): string {
  const { history: here } = recordWords(locale)
  const told = fill(locale, here.feedback[state], { as: here.lessons[lesson] })
  const why = problem && statementWords(locale, 'problems', problem)
  const what = why ? fill(locale, here.because, { what: told, why }) : told
  return attempts > 1 ? fill(locale, here.tried, { what, count: attempts }) : what
}

const nameIn = (here: HistoryWords, name: string) => (isBlank(name) ? here.anonymous : name)
