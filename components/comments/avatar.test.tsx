import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Avatar, initials } from './avatar'

test.each([
  ['Rosa Luz', 'RL'],
  ['rosa maria luz', 'RL'],
  ['Rosa', 'R'],
  ['Čapek-Žižka', 'ČŽ'],
  ['Анна Каренина', 'АК'],
  ['田中 花子', '田'],
  ['فاطمة الزهراء', 'ف'],
  ['𠮷野', '𠮷'],
  ['ß', 'SS'],
  ['<b>', 'B'],
  ['🌊', '·'],
  ['', '·'],
])('the initials of %s are %s', (name, expected) => expect(initials(name)).toBe(expected))

const svg = (name: string) => renderToStaticMarkup(<Avatar name={name} kind="pattern" />)

test('a pattern is the same for the same name, however it is written, and another for others', () => {
  expect(svg('Rosa')).toBe(svg('ｒｏｓａ'))
  const names = Array.from({ length: 200 }, (_, number) => `Reader ${number}`)
  expect(new Set(names.map(svg)).size).toBeGreaterThan(190)
  expect(svg('"><script>')).toMatch(
    /^<svg class="avatar" viewBox="0 0 5 5" aria-hidden="true"><path d="(M\d \dh1v1h-1z)+"><\/path><\/svg>$/,
  )
})

test('nothing, where the settings want nothing', () =>
  expect(renderToStaticMarkup(<Avatar name="Rosa" kind="none" />)).toBe(''))
