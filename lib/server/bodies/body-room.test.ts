import { expect, test } from 'vitest'
import { BodyRoom } from './body-room'

test('an address has its share, all together have the whole, and what is given back can be had again', () => {
  const room = new BodyRoom(100, 40)
  const leave = room.enter('a', 40)!
  expect(room.enter('a', 1)).toBeUndefined()
  expect(room.enter('b', 40)).toBeDefined()
  expect(room.enter('c', 21)).toBeUndefined()
  expect(room.enter('c', 20)).toBeDefined()
  leave()
  leave() // once is enough
  expect(room.enter('d', 40)).toBeDefined()
  expect(room.enter('a', 1)).toBeUndefined()
})
