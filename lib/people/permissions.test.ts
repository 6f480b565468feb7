import { describe, expect, test } from 'vitest'
import { ensure, may, NotAllowed, type Actor, type Power } from './permissions'
import { meets, pages } from './policy/doors'
import { allPowers, has, losesPower, rolesWith, staffRoles } from './policy/powers'

const actors: Record<string, Actor> = {
  writer: { role: 'writer', id: '0', name: 'Wanda' },
  editor: { role: 'editor', id: '1', name: 'Edith' },
  admin: { role: 'admin', id: '2', name: 'Ada' },
  system: { role: 'system', rule: 'changed-by-author' },
}

// Said once more, so that the policy is not changed unseen.
const able: Record<Power, string[]> = {
  'moderate comments': ['editor', 'admin', 'system'],
  'delete comments': ['admin'],
  'make standing rules': ['editor', 'admin'],
  'write chapters': ['writer', 'editor', 'admin'],
  'publish chapters': ['admin', 'system'],
  'manage people': ['admin'],
  'change settings': ['admin'],
  'read the audit': ['admin'],
  'read statistics': ['editor', 'admin'],
  'change own account': ['writer', 'editor', 'admin'],
}

test('every power stands here', () => expect(Object.keys(able).sort()).toEqual(allPowers.toSorted()))

describe.each(Object.entries(able) as [Power, string[]][])('to %s', (power, who) => {
  test.each(Object.keys(actors))('%s', (role) => {
    const isAble = who.includes(role)
    expect(may(actors[role], power)).toBe(isAble)
    if (isAble) return ensure(actors[role], power)
    expect(() => ensure(actors[role], power)).toThrow(new NotAllowed(power))
    expect(() => ensure(actors[role], power)).toThrow(`not allowed to ${power}`)
  })

  test('nobody', () => {
    expect(may(undefined, power)).toBe(false)
    expect(() => ensure(undefined, power)).toThrow(NotAllowed)
  })

  test('those of the staff are found by it', () =>
    expect(rolesWith(power)).toEqual(staffRoles.filter((role) => who.includes(role))))
})

test.each([
  ['admin', 'editor', true],
  ['admin', 'writer', true],
  ['editor', 'writer', true],
  ['writer', 'editor', false],
  ['editor', 'admin', false],
  ['writer', 'writer', false],
] as const)('who was %s and becomes %s loses something: %s', (from, to, loses) =>
  expect(losesPower(from, to)).toBe(loses),
)

test('a role meets what a door needs by its powers, and every role what anybody or all staff meet', () => {
  for (const role of staffRoles) {
    expect(meets(role, 'everybody')).toBe(true)
    expect(meets(role, 'staff')).toBe(true)
    for (const power of allPowers) expect(meets(role, power)).toBe(has(role, power))
  }
  expect(pages['/desk/queue']).toBe('moderate comments')
})
