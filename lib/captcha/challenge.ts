import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { digits } from '@/lib/i18n/formats'
import { defaultLocale, isLocale, type Locale } from '@/lib/i18n/locales'
import { sumWords } from '@/lib/i18n/sum-words'
import type { SumWords } from '@/lib/i18n/messages/en/sum'
import { dashed } from '@/lib/kernel/ids'
import { done, refuse, type Result } from '@/lib/kernel/result'
import { readAnswer } from './read-answer'

const earliest = 3_000
const latest = 30 * 60_000

type Sign = keyof SumWords['signs']

export interface Challenge {
  token: string
  /** `three + 5`: one number in words, one in digits, in the language of the page. */
  question: string
  /** The same for a screen reader: `three plus 5`. */
  spoken: string
}

/** Draws a sum. `random(n)` answers a whole number from 0 to n − 1, as crypto.randomInt does. */
export function issueChallenge(wish: {
  now: number
  random: (below: number) => number
  secret: string
  chapterId: string
  locale: Locale
}): Challenge {
  const { now, random, secret, chapterId } = wish
  const locale = isLocale(wish.locale) ? wish.locale : defaultLocale
  const { left, sign, right } = sums[random(sums.length)]!
  const { numbers, signs } = sumWords(locale)
  const words = (number: number) => numbers[number]!
  const [first, second] =
    random(2) === 0 ? [words(left), digits(locale, right)] : [digits(locale, left), words(right)]

  const nonce = Buffer.from(Array.from({ length: nonceBytes }, () => random(256)))
  const time = Buffer.alloc(6)
  time.writeUIntBE(now, 0, 6)
  const body = Buffer.concat([
    nonce,
    time,
    mark(chapterId),
    answerSeal(secret, nonce, results[sign](left, right)),
  ])
  return {
    token: Buffer.concat([body, seal(secret, 'token', body)]).toString('base64url'),
    question: `${first} ${sign} ${second}`,
    spoken: `${first} ${signs[sign]} ${second}`,
  }
}

export type AnswerRefusal =
  | 'answer-missing'
  | 'answer-wrong'
  | 'challenge-expired'
  | 'challenge-forged'
  | 'challenge-elsewhere'
  | 'too-early'

/** Is this the answer to a challenge of ours, for this chapter, in time? Single use is `redeem`'s part. */
export function checkAnswer(given: {
  token: unknown
  answer: unknown
  chapterId: unknown
  now: number
  secret: string
}): Result<{ nonce: string; elapsedMs: number }, AnswerRefusal> {
  const { answer, now, secret } = given
  if (typeof answer !== 'string' || answer.trim() === '') return refuse('answer-missing')

  const token = open(given.token, secret)
  if (!token) return refuse('challenge-forged')
  if (typeof given.chapterId !== 'string' || !token.mark.equals(mark(given.chapterId))) {
    return refuse('challenge-elsewhere')
  }
  const elapsedMs = now - token.time
  if (elapsedMs > latest) return refuse('challenge-expired')
  if (elapsedMs < earliest) return refuse('too-early')

  const number = readAnswer(answer)
  const right = number !== undefined && timingSafeEqual(token.answer, answerSeal(secret, token.nonce, number))
  return right ? done({ nonce: token.nonce.toString('base64url'), elapsedMs }) : refuse('answer-wrong')
}

/** The name of a challenge of ours, whether it was answered or not. */
export const nonceOf = (token: unknown, secret: string): string | undefined =>
  open(token, secret)?.nonce.toString('base64url')

/** A UUID (version 8, RFC 9562) that stands for a challenge, for forms that bring no submission key. */
export function keyOfChallenge(nonce: string): string {
  const bytes = Buffer.from(nonce, 'base64url')
  bytes[6] = 0x80 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  return dashed(bytes.toString('hex'))
}

// A token is nonce · time · chapter · sealed answer · seal of all these. It holds neither number of the sum:
// the sealed answer cannot be tried out without the secret.
const nonceBytes = 16
const sealBytes = 16
const bodyBytes = nonceBytes + 6 + sealBytes + sealBytes

const tokenLength = Math.ceil(((bodyBytes + sealBytes) * 4) / 3)

function open(token: unknown, secret: string) {
  if (typeof token !== 'string' || token.length !== tokenLength) return undefined
  const bytes = Buffer.from(token, 'base64url')
  // Base64 has several spellings of the same bytes; only ours is a token.
  if (bytes.toString('base64url') !== token) return undefined
  const body = bytes.subarray(0, bodyBytes)
  if (!timingSafeEqual(bytes.subarray(bodyBytes), seal(secret, 'token', body))) return undefined
  return {
    nonce: body.subarray(0, nonceBytes),
    time: body.readUIntBE(nonceBytes, 6),
    mark: body.subarray(nonceBytes + 6, nonceBytes + 6 + sealBytes),
    answer: body.subarray(nonceBytes + 6 + sealBytes),
  }
}

const seal = (secret: string, purpose: string, ...parts: (Buffer | string)[]) => {
  const hmac = createHmac('sha256', secret).update(`chapterhouse captcha ${purpose}\0`)
  for (const part of parts) hmac.update(part)
  return hmac.digest().subarray(0, sealBytes)
}
const answerSeal = (secret: string, nonce: Buffer, answer: number) =>
  seal(secret, 'answer', nonce, String(answer))
const mark = (chapterId: string) => createHash('sha256').update(chapterId).digest().subarray(0, sealBytes)

const results: Record<Sign, (left: number, right: number) => number> = {
  '+': (left, right) => left + right,
  '−': (left, right) => left - right,
  '×': (left, right) => left * right,
}

// Every sum that may be asked. None shows its own result: that leaves out 3 − 0, 6 − 3 and 1 × 4.
const sums = (['+', '−', '×'] as const).flatMap((sign) => {
  const highest = { '+': 10, '−': 20, '×': 5 }[sign]
  const numbers = Array.from({ length: highest }, (_, place) => place + 1)
  return numbers
    .flatMap((left) => numbers.map((right) => ({ left, sign, right })))
    .filter(({ left, right }) => {
      const result = results[sign](left, right)
      return result >= 0 && result !== left && result !== right
    })
})
