import { expect, test } from 'vitest'
import { copiesOf, roleOf } from './role'

const settings = { DATABASE_URL: 'postgres://x' }

test('a copy knows its role by what it was started with', () => {
  const [desk, web] = copiesOf({ webProcesses: 3, desk: 'apart' }, settings, 'a-folder/desk')
  expect([desk!.environments.length, web!.environments.length]).toEqual([1, 3])
  for (const env of [...desk!.environments, ...web!.environments]) expect(env).toMatchObject(settings)
  expect(roleOf(true, desk!.environments[0]!)).toEqual({ kind: 'desk', socket: 'a-folder/desk' })
  const roles = web!.environments.map((env) => roleOf(true, env))
  expect(roles).toEqual([
    { kind: 'web', socket: 'a-folder/desk', keepsFiles: true },
    { kind: 'web', socket: 'a-folder/desk' },
    { kind: 'web', socket: 'a-folder/desk' },
  ])
})

test('without a socket there is no desk to start, and none to ask', () => {
  const kinds = copiesOf({ webProcesses: 2, desk: 'inside' }, settings)
  expect(kinds.map(({ name, environments }) => [name, environments.length])).toEqual([['web', 2]])
  // Also below a process whose own environment has one.
  expect(
    roleOf(true, { COPY_SOCKET: 'a-folder/desk', COPY_KEEPS_FILES: '1', ...kinds[0]!.environments[1] }),
  ).toEqual({
    kind: 'web',
  })
})

test('the first process has no such role, whatever its environment says', () => {
  expect(roleOf(false, { COPY_ROLE: 'desk', COPY_SOCKET: 'a-folder/desk' })).toEqual({ kind: 'first' })
})
