import fc from 'fast-check'
import { expect, test } from 'vitest'
import { growth, linear } from '@/lib/kernel/testing/growth'
import { takenFor } from './impersonation'

test('whatever a name is made of, it is its own look-alike and none of the addresses of others', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
      const taken = takenFor({ name, email: '' }, [{ name, email: 'ada@example.org' }])
      expect(taken === undefined ? !/[\p{Script=Latin}\p{N}]/u.test(name) : taken.what === 'name').toBe(true)
      expect(takenFor({ name: 'Rea', email: name }, [{ name: 'Ada Moss', email: 'ada@example.org' }])).toBe(
        undefined,
      )
    }),
    { numRuns: 300 },
  ))

test.each(['ö ', 'ö', '∂ü-', 'ä b', 'Ada '])('a long name is no long work: %s', (part) => {
  const staff = [
    { name: 'Jörg Müller', email: 'joerg@example.org' },
    { name: 'Åse Øst', email: 'ase@example.org' },
  ]
  const read = (letters: number) => takenFor({ name: part.repeat(letters / part.length), email: '' }, staff)
  // A name has at most 245 letters.
  expect(growth(read, 240)).toBeLessThan(linear)
})
