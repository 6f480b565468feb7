import { expect, test } from 'vitest'
import { copiesOf, roleOf } from './role'

const settings = { DATABASE_URL: 'postgres://x' }

test('a copy knows its role by what it was started with', () => {
  const [desk, web] = copiesOf({ webProcesses: 3, desk: 'apart' }, settings, 'a-folder/desk')
  expect([desk!.count, web!.count]).toEqual([1, 3])
  expect(desk!.env).toMatchObject(settings)
  expect(web!.env).toMatchObject(settings)
  expect(roleOf(true, desk!.env)).toEqual({ kind: 'desk', socket: 'a-folder/desk' })
  expect(roleOf(true, web!.env)).toEqual({ kind: 'web', socket: 'a-folder/desk' })
})

test('without a socket there is no desk to start, and none to ask', () => {
  const kinds = copiesOf({ webProcesses: 2, desk: 'inside' }, settings)
  expect(kinds.map(({ name, count }) => [name, count])).toEqual([['web', 2]])
  // Also below a process whose own environment has one.
  expect(roleOf(true, { COPY_SOCKET: 'a-folder/desk', ...kinds[0]!.env })).toEqual({ kind: 'web' })
})

test('the first process has no such role, whatever its environment says', () => {
  expect(roleOf(false, { COPY_ROLE: 'desk', COPY_SOCKET: 'a-folder/desk' })).toEqual({ kind: 'first' })
})
