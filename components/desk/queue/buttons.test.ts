import { expect, test } from 'vitest'
import { buttonsFor } from './buttons'

const names = (...given: Parameters<typeof buttonsFor>) => buttonsFor(...given).map(({ name }) => name)

test('every status has its buttons', () => {
  expect(names('pending')).toEqual(['Approve', 'Spam', 'Trash'])
  expect(names('trash')).toEqual(['Approve', 'Restore', 'Spam'])
})

test('what its author took away has none that brings it back', () => {
  expect(names('trash', true)).toEqual([])
  expect(names('approved', true)).toEqual(['Trash'])
})
