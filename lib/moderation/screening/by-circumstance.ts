import type { CodeOf, HoldCode } from '@/lib/i18n/statements/codes'
import { finding, input, type Input } from '@/lib/i18n/statements/statement'
import { isBlank } from '@/lib/kernel/text/shown-text'
import { isHasty } from '@/lib/spam/rules'
import type { RuleFinding, Screening } from './screening'

/** What the editors want to see of an author, an address, a network or a host, whatever else is said of it. */
export function standingRule({ standing, submission }: Screening): RuleFinding {
  if (!standing) return { verdict: 'nothing', input: whoIs(submission), why: finding('standing-none') }
  const { id, kind, value, effect } = standing
  return {
    verdict: 'hold',
    input: input('mark', { value }),
    standingRuleId: id,
    why: finding(effect === 'refuse' ? 'standing-refuses' : (`standing-${kind}` as const)),
  }
}

export function staffLookAlike({ submission: { name, email }, staffLookAlike }: Screening): RuleFinding {
  const alike = staffLookAlike?.({ name, email })
  return {
    verdict: alike ? 'hold' : 'nothing',
    input: whoIs({ name, email }),
    why: alike ? finding('like-staff', { name: alike }) : finding('like-nobody'),
  }
}

const whyHeld = {
  flood: 'held-flood',
  author: 'held-author',
  staff: 'held-staff',
  'late-change': 'held-late-change',
  other: 'held-otherwise',
} as const satisfies Record<HoldCode, CodeOf<'findings'>>

export function flood({ heldFor }: Screening): RuleFinding {
  return heldFor
    ? { verdict: 'hold', input: input('noted-before'), why: finding(whyHeld[heldFor]) }
    : { verdict: 'nothing', input: input('came-in'), why: finding('nothing-unusual') }
}

export function hiddenFieldFilled({ submission: { honeypot } }: Screening): RuleFinding {
  return honeypot
    ? {
        verdict: 'hold',
        input: input('field-content', { content: honeypot }),
        why: finding('hidden-filled'),
      }
    : { verdict: 'nothing', input: input('field-empty'), why: finding('hidden-empty') }
}

export function timeToFill({ submission: { elapsedMs, text } }: Screening): RuleFinding {
  if (elapsedMs === undefined)
    return { verdict: 'nothing', input: input('time-unknown'), why: finding('time-not-taken') }
  const tooFast = isHasty({ text, elapsedMs })
  return {
    verdict: tooFast ? 'sign' : 'nothing',
    input: input('characters-in', { characters: [...text].length, seconds: Math.round(elapsedMs / 1_000) }),
    why: finding(tooFast ? 'faster-than-people' : 'as-fast-as-people'),
  }
}

export function browsersWork({ submission: { worked } }: Screening): RuleFinding {
  if (worked === undefined) return { verdict: 'nothing', input: input('no-work'), why: finding('work-none') }
  return worked
    ? { verdict: 'nothing', input: input('right-work'), why: finding('work-done') }
    : { verdict: 'sign', input: input('wrong-work'), why: finding('work-wrong') }
}

export function waitsForAnEditor({ hold, known, submission: { name, email } }: Screening): RuleFinding {
  const input = whoIs({ name, email })
  if (hold === 'everybody') return { verdict: 'hold', input, why: finding('wait-everybody') }
  if (hold === 'nobody') return { verdict: 'nothing', input, why: finding('wait-nobody') }
  return known
    ? { verdict: 'nothing', input, why: finding('known-author') }
    : { verdict: 'hold', input, why: finding('first-comment') }
}

function whoIs({ name, email }: { name: string; email: string }): Input {
  if (isBlank(name)) return email ? input('author-without-name', { email }) : input('author-unnamed')
  return email ? input('author', { name, email }) : input('author-without-email', { name })
}
