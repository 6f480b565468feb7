import { expect, test } from 'vitest'
import { growth, linear } from '@/lib/kernel/testing/growth'
import { piecesIn, snippetOf, startOf, stop } from './snippet'

const shown = (pieces: { text: string; marked: boolean }[]) =>
  pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')

const signs = (text: string) => text.replaceAll('[', () => startOf).replaceAll(']', () => stop)

test('what Postgres marked in folded words is marked in the words as they are written', () => {
  const say = (cut: string, text: string, more = {}) => shown(piecesIn(signs(cut), text, more))
  expect(say('the [lamp] and the [lamps]', 'The Lámp and the LAMPS')).toBe('The [Lámp] and the [LAMPS]')
  expect(say('[lamp]', 'Lamp')).toBe('[Lamp]')
  expect(say('no mark', 'No mark')).toBe('No mark')
  expect(say('1   2,  [resume]>', '1 < 2, <résumé>')).toBe('1 < 2, <[résumé]>')
  expect(say('كان حارس [مناره] و[شي]', 'كان حارسُ والمَنَارَةِ وشيءٌ', { isArabic: true })).toBe(
    'كان حارسُ [والمَنَارَةِ] و[شيءٌ]',
  )
  expect(say('elsewhere', 'Not what was cut out')).toBe('Not what was cut out')
  expect(say('', '')).toBe('')
})

test('a piece has dots where the text goes on, in either direction of writing', () => {
  const text = 'The lamp is lit\nat dusk. Then the lamp and the tide turns at noon.'
  const say = (cut: string, goesOn = false) => shown(piecesIn(signs(cut), text, { goesOn }))
  expect(say('the [lamp] is lit\nat')).toBe('The [lamp] is lit\nat …')
  expect(say('the [lamp] and the tide turns at noon')).toBe('… the [lamp] and the tide turns at noon …')
  expect(say('the [lamp] and the tide turns at noon.')).toBe('… the [lamp] and the tide turns at noon.')
  expect(say('noon.', true)).toBe('… noon. …')
  expect(say('[lamp] is … tide')).toBe('… [lamp] is … tide …')
  const arabic = 'المصباح يضاء عند الغسق'
  expect(shown(piecesIn('يضا عند', arabic, { isArabic: true }))).toBe('… يضاء عند …')
})

test('Japanese words are marked where they stand, in any width and case', () => {
  expect(shown(snippetOf('夜の灯台に灯台守がいる。', ['灯台']))).toBe('夜の[灯台]に[灯台]守がいる。')
  expect(shown(snippetOf('ＡＢＣと㍿の話', ['abc', '株式']))).toBe('[ＡＢＣ]と[㍿]の話')
  expect(shown(snippetOf('何もない', ['灯台']))).toBe('何もない')
  expect(snippetOf('', ['灯台'])).toEqual([])
})

test('Latin letters and kana are marked without accents, in either kana and as whole words', () => {
  expect(shown(snippetOf('白いカモメとｶﾓﾒ', ['かもめ']))).toBe('白い[カモメ]と[ｶﾓﾒ]')
  expect(shown(snippetOf('か゚もめと、がもめ', ['ガモメ']))).toBe('か゚もめと、[がもめ]')
  expect(shown(snippetOf('夜のRésumé', ['resume']))).toBe('夜の[Résumé]')
  const cut = `word ${'あ'.repeat(112)}wordと`
  expect(shown(snippetOf(cut, ['word']))).toBe(`[word] ${'あ'.repeat(112)}[word]…`)
})

test('of a long text the words around the first find are shown', () => {
  const text = `${'あ'.repeat(500)}灯台${'い'.repeat(500)}`
  const snippet = shown(snippetOf(text, ['灯台']))
  expect(snippet).toMatch(/^…あ{30}\[灯台\]い{88}…$/)
})

test('many finds are no long work', () => {
  const look = (letters: number) => void snippetOf('あ'.repeat(letters), ['あ', 'ああ', 'ん'])
  expect(growth(look, 400_000)).toBeLessThan(linear)
})
