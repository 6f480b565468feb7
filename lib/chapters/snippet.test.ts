import { expect, test } from 'vitest'
import { growth } from '@/lib/kernel/testing/growth'
import { piecesIn, snippetOf, startOf, stop, withDots } from './snippet'

const shown = (pieces: { text: string; marked: boolean }[]) =>
  pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')

test('what Postgres marked becomes pieces, however the signs stand', () => {
  const say = (text: string) => shown(piecesIn(text.replaceAll('<', startOf).replaceAll('>', stop)))
  expect(say('the <lamp> and the <lamps>')).toBe('the [lamp] and the [lamps]')
  expect(say('<lamp>')).toBe('[lamp]')
  expect(say('no mark')).toBe('no mark')
  expect(say('a > b <c')).toContain('[c]')
})

test('a piece has dots where the text goes on, in either direction of writing', () => {
  const whole = { head: 'The lamp is lit\nat dusk. Then', tail: 'and the tide turns at noon.' }
  const lamp = `${startOf}lamp${stop}`
  expect(withDots(`The ${lamp} is lit at dusk`, whole)).toBe(`The ${lamp} is lit at dusk …`)
  expect(
    withDots(`the ${lamp} and the tide turns at noon. `, { ...whole, tail: `the lamp ${whole.tail}` }),
  ).toBe(`… the ${lamp} and the tide turns at noon.`)
  expect(withDots(`${lamp} was … tide`, whole)).toBe(`… ${lamp} was … tide …`)
  expect(withDots(`The ${lamp} … turns at noon.`, whole)).toBe(`The ${lamp} … turns at noon.`)
  const arabic = { head: 'المصباح يضاء عند الغسق', tail: 'ثم يدور المد.' }
  expect(withDots('يضاء عند', arabic)).toBe('… يضاء عند …')
  expect(withDots('', whole)).toBe('')
})

test('Japanese words are marked where they stand, in any width and case', () => {
  expect(shown(snippetOf('夜の灯台に灯台守がいる。', ['灯台']))).toBe('夜の[灯台]に[灯台]守がいる。')
  expect(shown(snippetOf('ＡＢＣと㍿の話', ['abc', '株式']))).toBe('[ＡＢＣ]と[㍿]の話')
  expect(shown(snippetOf('何もない', ['灯台']))).toBe('何もない')
  expect(snippetOf('', ['灯台'])).toEqual([])
})

test('of a long text the words around the first find are shown', () => {
  const text = `${'あ'.repeat(500)}灯台${'い'.repeat(500)}`
  const snippet = shown(snippetOf(text, ['灯台']))
  expect(snippet).toMatch(/^…あ{30}\[灯台\]い{88}…$/)
})

test('many finds are no long work', () => {
  const look = (letters: number) => void snippetOf('あ'.repeat(letters), ['あ', 'ああ', 'ん'])
  expect(growth(look, 100_000)).toBeLessThan(9)
})
