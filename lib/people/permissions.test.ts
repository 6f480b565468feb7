import { describe, expect, test } from 'vitest'
import { ensure, may, NotAllowed, type Actor, type Power } from './permissions'

const actors: Record<string, Actor> = {
  editor: { role: 'editor', id: '1', name: 'Edith' },
  admin: { role: 'admin', id: '2', name: 'Ada' },
  system: { role: 'system', rule: 'changed-by-author' },
}

describe.each<[Power, string[]]>([
  ['moderate comments', ['editor', 'admin', 'system']],
  ['write chapters', ['editor', 'admin']],
  ['publish chapters', ['admin', 'system']],
  ['manage people', ['admin']],
  ['change settings', ['admin']],
])('to %s', (power, able) => {
  test.each(Object.keys(actors))('%s', (role) => {
    const isAble = able.includes(role)
    expect(may(actors[role], power)).toBe(isAble)
    if (isAble) return ensure(actors[role], power)
    expect(() => ensure(actors[role], power)).toThrow(new NotAllowed(power))
    expect(() => ensure(actors[role], power)).toThrow(`not allowed to ${power}`)
  })

  test('nobody', () => {
    expect(may(undefined, power)).toBe(false)
    expect(() => ensure(undefined, power)).toThrow(NotAllowed)
  })
})
