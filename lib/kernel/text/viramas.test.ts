import { expect, test } from 'vitest'
import { viramas } from './viramas'

// Marks are put in the order of their classes: these have 8 and 10.
const [before, after] = ['\u3099', '\u05b0']
const isOfClass9 = (mark: string) =>
  mark !== before && mark !== after && `${after}${mark}${before}`.normalize('NFD') === before + mark + after

test('all marks of the combining class 9, and no others', () => {
  const virama = new RegExp(`[${viramas}]`, 'u')
  const marks = Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code)).filter((one) =>
    /\p{M}/u.test(one),
  )
  expect(marks.filter((mark) => virama.test(mark) !== isOfClass9(mark))).toEqual([])
})
