import { Linter } from 'eslint'
import { expect, test } from 'vitest'
import { replacementRule } from './replacements.js'

const complaints = (code: string) =>
  new Linter().verify(code, [
    {
      plugins: { ours: { rules: { replacement: replacementRule as never } } },
      rules: { 'ours/replacement': 'error' },
    },
  ]).length

test.each([
  "a.replace('x', name)",
  "a.replace(/x/g, '$1')",
  "a.replaceAll('x', `${name}`)",
  "a.replaceAll('x', '$&')",
  "a.replace('x', a ? 'b' : name)",
  "a.replace('x', 'b' + name)",
  "a.replace('x', make())",
  "a?.replace('x', name)",
  "a['replace']('x', name)",
  "a[`replaceAll`]('x', name)",
])('%s is refused', (code) => expect(complaints(code)).toBe(1))

test.each([
  "a.replace('x', () => name)",
  'a.replace(/x/g, (_, one) => one)',
  "a.replace('x', function () { return name })",
  "a.replaceAll('x', '')",
  'a.replaceAll("x", `y`)',
  'location.replace(address)',
  "replace('x', name)",
])('%s is taken', (code) => expect(complaints(code)).toBe(0))

test('a function puts in what is meant, whatever it holds', () => {
  const name = 'Ke$$y $& Co'
  expect('Leave a Reply to {name}'.replace('{name}', () => name)).toBe('Leave a Reply to Ke$$y $& Co')
})
