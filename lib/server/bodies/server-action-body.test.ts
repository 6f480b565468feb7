import { expect, test } from 'vitest'
import { isCall, isPlainForm, isScriptedForm } from './server-action-body'

test.each([
  '[]',
  '[null]',
  '[{"title":"A","at":"$D2026-11-23T08:00:00.000Z"}]',
  '["$$5","$undefined","$NaN"]',
])('%s is a call', (text) => expect(isCall(text)).toBe(true))

test.each([
  '',
  '{',
  '{}',
  'null',
  '"$1"',
  '["$F1"]',
  '["$1"]',
  '[{"a":["$K1"]}]',
  '["$@0"]',
  '["$Q1"]',
  '["$B2"]',
  '["$D<"]',
  '["$n12"]',
  '["$1:__proto__:x"]',
])('%j is none', (text) => expect(isCall(text)).toBe(false))

test.each([
  ['too deep', '['.repeat(5_000) + ']'.repeat(5_000)],
  ['of too many arguments', `[${'0,'.repeat(1_000)}0]`],
  ['of too many places', `[${'[],'.repeat(600_000)}0]`],
  ['of a text too long for its place', JSON.stringify(['x'.repeat(1_100_000), 0])],
])('a call %s is none', (_name, text) => expect(isCall(text)).toBe(false))

const form = (fields: [string, string | Blob][]) => {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value as string)
  return data
}
const action = 'a'.repeat(42)
const described = `{"id":"${action}","bound":"$@1"}`

test('what the script of a form sends is a call', () => {
  expect(isScriptedForm(form([['_1_email', 'a'], ['0', '[null,"$K1"]']]))).toBe(true) // prettier-ignore
})

test.each<[string, [string, string | Blob][]]>([
  ['nothing', []],
  ['no arguments', [['_1_email', 'a']]],
  ['arguments that are a file', [['0', new Blob(['[]'])]]],
  ['arguments that come twice', [['0', '[]'], ['0', '[]']]],
  ['an empty text', [['0', '']]],
  ['half an object', [['0', '{']]],
  ['a map', [['0', '["$Q1"]'], ['1', '[]']]],
  ['another action', [['0', '["$F1"]'], ['1', '{}']]],
  ['a way to what all objects share', [['0', '["$1:__proto__:x"]'], ['1', '{}']]],
  ['itself', [['0', '["$0"]']]],
  ['parts that nothing names', [['0', '[]'], ['1', '{']]],
])('%s is none', (_name, fields) => expect(isScriptedForm(form(fields))).toBe(false)) // prettier-ignore

test.each<[string, [string, string][]]>([
  ['without arguments of its own', [[`$ACTION_ID_${action}`, ''], ['email', 'a']]],
  ['with some', [['$ACTION_REF_1', ''], ['$ACTION_1:0', described], ['$ACTION_1:1', '["a",{}]'], ['$ACTION_KEY', 'k']]],
])('a form that names its action %s is a call', (_name, fields) => expect(isPlainForm(form(fields))).toBe(true)) // prettier-ignore

test.each<[string, [string, string | Blob][]]>([
  ['no action', [['email', 'a']]],
  ['only its key', [['$ACTION_KEY', 'k']]],
  ['an action that is not described', [['$ACTION_REF_1', '']]],
  ['arguments that are missing', [['$ACTION_REF_1', ''], ['$ACTION_1:0', described]]],
  ['arguments that cannot be read', [['$ACTION_REF_1', ''], ['$ACTION_1:0', described], ['$ACTION_1:1', '[']]],
  ['two names', [['$ACTION_REF_1', ''], ['$ACTION_1:0', `{"id":"${action}","id":"b","bound":"$@1"}`], ['$ACTION_1:1', '[]']]],
  ['a second action that is broken', [[`$ACTION_ID_${action}`, ''], ['$ACTION_REF_2', '']]],
])('a form with %s is none', (_name, fields) => expect(isPlainForm(form(fields))).toBe(false)) // prettier-ignore
