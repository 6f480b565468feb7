import * as challenge from '@/lib/captcha/challenge'
import * as numerals from '@/lib/captcha/numerals'
import * as numberWords from '@/lib/captcha/number-words'
import { oneNumberIn } from '@/lib/captcha/one-number'
import { readAnswer } from '@/lib/captcha/read-answer'
import * as work from '@/lib/captcha/work'
import { each } from './driver'

export const captcha: Record<string, (text: string) => unknown> = {
  ...each('lib/captcha/number-words.ts', numberWords, 'numberOfWord', 'plainWord'),
  ...each('lib/captcha/one-number.ts', { oneNumberIn }, 'oneNumberIn'),
  ...each('lib/captcha/read-answer.ts', { readAnswer }, 'readAnswer'),
  ...each('lib/captcha/numerals.ts', numerals, 'readNumber'),
  'lib/captcha/challenge.ts checkAnswer': (text) =>
    challenge.checkAnswer({ token: text, answer: text, chapterId: text, now: 0, secret: 'secret' }),
  'lib/captcha/challenge.ts nonceOf': (text) => challenge.nonceOf(text, 'secret'),
  'lib/captcha/work.ts isWork': (text) => work.isWork(text, text),
}
