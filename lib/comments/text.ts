import { limits } from './rules'

// C0 and C1 without tab and line feed (RFC 20, ISO 6429). A NUL that reached Postgres would be an error there.
const controlsInText = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/
const controlsInLine = /[\u0000-\u001f\u007f-\u009f]/
const bidiControls = /\p{Bidi_Control}/u

/** Text of several lines in its one form: NFC, line feeds, no blank ends. */
export const tidyText = (text: string) =>
  text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .normalize('NFC')
    .replace(/^[\s\ufeff]+|[\s\ufeff]+$/g, '')

/** A line in its one form: NFC, no blank ends. */
export const tidyLine = (line: string) => line.normalize('NFC').trim()

/** What may be shown again of a text that may not stand: all of it but the characters that it may not hold. */
export const withoutControls = (text: string) =>
  text.toWellFormed().replace(/\r\n?/g, '\n').replace(new RegExp(controlsInText, 'g'), '')

export const mayStandInText = (text: string) => text.isWellFormed() && !controlsInText.test(text)
export const mayStandInLine = (line: string) => line.isWellFormed() && !controlsInLine.test(line)
export const mayStandInName = (name: string) => mayStandInLine(name) && !bidiControls.test(name)

export function isLongerThan(limit: number, text: string) {
  if (text.length <= limit) return false
  return text.length > limit * 2 || [...text].length > limit
}

/** The web address that somebody typed, as it is stored; `example.org` means https. */
export function readUrl(
  typed: string,
): { ok: true; url: string } | { ok: false; problem: 'url-wrong' | 'url-long' } {
  if (isLongerThan(limits.url, typed)) return { ok: false, problem: 'url-long' }
  const whole = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(typed) ? typed : `https://${typed}`
  const url = URL.canParse(whole) ? new URL(whole) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol)) return { ok: false, problem: 'url-wrong' }
  if (url.username || url.password || !/[.:]/.test(url.hostname)) return { ok: false, problem: 'url-wrong' }
  if (/\s/.test(whole)) return { ok: false, problem: 'url-wrong' }
  if (!isLongerThan(limits.url, url.href)) return { ok: true, url: url.href }
  // Percent signs make an address of other letters longer than what was typed: then that is kept.
  if (/^https?:\/\/[^/\\]/i.test(whole) && !isLongerThan(limits.url, whole)) return { ok: true, url: whole }
  return { ok: false, problem: 'url-long' }
}
