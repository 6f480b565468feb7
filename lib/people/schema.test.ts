import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { newId } from '@/lib/kernel/ids'
import {
  addedPerson,
  chosenPassword,
  forgottenPassword,
  namedPerson,
  newPerson,
  problemsOf,
  roleChange,
  signInInput,
} from './schema'

const password = 'correct horse'
const person = { name: ' Rea Lee ', email: 'Rea@Example.org', password }
const problems = (schema: z.ZodType, input: unknown) => {
  const read = schema.safeParse(input)
  return read.success ? {} : problemsOf(read.error)
}

test('who is new is named and found by an address in small letters', () => {
  expect(newPerson.parse(person)).toEqual({ name: 'Rea Lee', email: 'rea@example.org', password })
  expect(addedPerson.parse({ ...person, role: 'admin' })).toEqual({
    name: 'Rea Lee',
    email: 'rea@example.org',
    role: 'admin',
  })
  expect(forgottenPassword.parse({ email: ' REA@example.org' })).toEqual({ email: 'rea@example.org' })
})

test('every field has its first problem', () => {
  expect(problems(newPerson, {})).toEqual({
    name: 'name-missing',
    email: 'email-missing',
    password: 'password-missing',
  })
  expect(problems(newPerson, { name: ' ', email: 'rea', password: '\x07' })).toEqual({
    name: 'name-missing',
    email: 'email-wrong',
    password: 'password-character U+0007 1 ',
  })
  expect(problems(addedPerson, { ...person, role: 'owner' })).toEqual({ role: 'role-wrong' })
  expect(problems(newPerson, undefined)).toHaveProperty('name')
})

test.each([
  ['name', 'a'.repeat(100), undefined],
  ['name', 'a'.repeat(101), 'name-long'],
  ['email', `${'a'.repeat(64)}@${'b.'.repeat(93)}cde`, undefined],
  ['email', `${'a'.repeat(64)}@${'b.'.repeat(94)}cde`, 'email-long'],
])('%s of %s: %s', (field, value, problem) =>
  expect(problems(newPerson, { ...person, [field]: value })).toEqual(problem ? { [field]: problem } : {}),
)

describe('a password that is chosen', () => {
  test.each([
    ['𠮷'.repeat(12), undefined],
    ['𠮷'.repeat(11), 'password-short'],
    ['a'.repeat(256), undefined],
    ['é'.repeat(128), undefined],
    ['a'.repeat(257), 'password-long'],
    ['é'.repeat(129), 'password-long'],
    ['a long one\n with two lines', 'password-character U+000A 11 '],
    ['half of a pair \ud800 in it', 'password-character U+D800 16 '],
    [undefined, 'password-missing'],
    [7, 'password-missing'],
    // One that cannot be taken for its length is not looked at.
    [`\x07${'a'.repeat(256)}`, 'password-long'],
  ])('%j: %s', (chosen, problem) =>
    expect(problems(chosenPassword, { password: chosen })).toEqual(problem ? { password: problem } : {}),
  )

  test('is taken as it was typed', () => {
    const typed = '  e\u0301 and\u00a0blanks  '
    expect(chosenPassword.parse({ password: typed })).toEqual({ password: typed })
  })
})

describe('a password at the sign-in', () => {
  test.each([
    ['short', undefined],
    ['', 'password-missing'],
    [null, 'password-missing'],
    ['a'.repeat(256), undefined],
    ['a'.repeat(257), 'password-long'],
    ['\x07', 'password-long'],
    ['\ud800', 'password-long'],
  ])('%j: %s', (typed, problem) =>
    expect(problems(signInInput, { ...person, password: typed })).toEqual(
      problem ? { password: problem } : {},
    ),
  )
})

test('a person is named by an id, in small letters', () => {
  const personId = newId()
  expect(namedPerson.parse({ personId: personId.toUpperCase() })).toEqual({ personId })
  expect(roleChange.parse({ personId, role: 'editor' })).toEqual({ personId, role: 'editor' })
  expect(namedPerson.safeParse({ personId: 'x' }).success).toBe(false)
  expect(roleChange.safeParse({ personId }).success).toBe(false)
})
