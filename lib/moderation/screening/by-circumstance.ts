import { shownName } from '@/lib/i18n/names'
import type { Finding, Screening } from './screening'

export function staffLookAlike({ submission: { name, email }, staffLookAlike }: Screening): Finding {
  const input = whoIs({ name, email })
  const alike = staffLookAlike?.({ name, email })
  return alike
    ? { verdict: 'hold', input, why: `could be taken for ${alike}, of the staff` }
    : { verdict: 'nothing', input, why: 'like nobody of the staff' }
}

const reasons: Record<string, string> = {
  flood: 'so many comments came at once that a person has to look',
  author: 'others came by the same e-mail address just before, which anybody can type',
  staff: 'could be taken for somebody of the staff',
  'late change': 'its author has changed it long after it was published',
}

export function flood({ heldFor }: Screening): Finding {
  return heldFor
    ? { verdict: 'hold', input: heldFor, why: reasons[heldFor] ?? `held when it came in: ${heldFor}` }
    : { verdict: 'nothing', input: 'when it came in', why: 'nothing unusual' }
}

export function hiddenField({ submission: { honeypot } }: Screening): Finding {
  return honeypot
    ? {
        verdict: 'hold',
        input: honeypot,
        why: 'the field that people do not see was filled in, by a machine or by software that fills in forms',
      }
    : { verdict: 'nothing', input: 'empty', why: 'the field that people do not see' }
}

export function timeToFill({ submission: { elapsedMs, text } }: Screening): Finding {
  if (elapsedMs === undefined) return { verdict: 'nothing', input: 'not known', why: 'no time was taken' }
  const seconds = Math.round(elapsedMs / 1_000)
  const input = `${[...text].length} characters in ${seconds} s`
  return text.length / (elapsedMs / 1_000) > 60
    ? {
        verdict: 'sign',
        input,
        why: 'faster than people write, unless they paste, dictate, or had it written before',
      }
    : { verdict: 'nothing', input, why: 'as fast as people are' }
}

export function browsersWork({ submission: { worked } }: Screening): Finding {
  if (worked === undefined)
    return { verdict: 'nothing', input: 'none came', why: 'as without scripts, which nobody needs' }
  return worked
    ? { verdict: 'nothing', input: 'done', why: 'the page’s script has done its work' }
    : { verdict: 'sign', input: 'wrong', why: 'a number came that no browser of ours works out' }
}

export function waitsForAnEditor({ hold, known, submission: { name, email } }: Screening): Finding {
  const input = whoIs({ name, email })
  if (hold === 'everybody') return { verdict: 'hold', input, why: 'every comment waits for an editor' }
  if (hold === 'nobody') return { verdict: 'nothing', input, why: 'nobody has to wait' }
  return known
    ? { verdict: 'nothing', input, why: 'has been approved before, under this name and address' }
    : { verdict: 'hold', input, why: 'the first comment under this name and address waits for an editor' }
}

const whoIs = ({ name, email }: { name: string; email: string }) =>
  [shownName('en', name), email && `<${email}>`].filter(Boolean).join(' ')
