import { expect, test } from 'vitest'
import { deskWords } from '@/lib/i18n/desk-words'
import { buttonName, buttonsFor } from './buttons'

const names = (...given: Parameters<typeof buttonsFor>) =>
  buttonsFor(...given).map((button) => buttonName(deskWords('en').queue, button))

test('every status has its buttons', () => {
  expect(names('pending')).toEqual(['Approve', 'Spam', 'Trash'])
  expect(names('approved')).toEqual(['Hold', 'Spam', 'Trash'])
  expect(names('trash')).toEqual(['Approve', 'Restore as pending', 'Spam'])
  expect(names('spam')).toEqual(['Approve', 'Restore as pending', 'Trash'])
})

test.each([
  ['trash', 'approved', ['Approve', 'Restore as approved', 'Hold', 'Spam']],
  ['trash', 'spam', ['Approve', 'Restore as spam', 'Hold']],
  ['spam', 'approved', ['Approve', 'Restore as approved', 'Hold', 'Trash']],
  ['spam', 'trash', ['Approve', 'Restore to the trash', 'Hold']],
] as const)('from the %s back to what it was: %s', (status, before, expected) => {
  expect(names(status, { before })).toEqual(expected)
  const restore = buttonsFor(status, { before }).find(({ does }) => does === 'restore')!
  expect(restore.becomes).toBe(before)
  expect(restore.keys).toBe({ approved: 'r', spam: 'r s', trash: 'r d t' }[before])
})

test('what its author took away has none that brings it back', () => {
  expect(names('trash', { takenAway: true, before: 'approved' })).toEqual([])
  expect(names('spam', { takenAway: true })).toEqual(['Trash'])
  expect(names('approved', { takenAway: true })).toEqual(['Trash'])
})
