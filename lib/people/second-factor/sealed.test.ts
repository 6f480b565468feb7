import { describe, expect, test } from 'vitest'
import { seal, unseal } from './sealed'
import { readTicket, ticket } from './tickets'

const secret = 'a secret of at least thirty-two characters'

describe('what is sealed', () => {
  const sealed = seal(secret, 'ada', 'JBSWY3DPEHPK3PXP')

  test('is opened for its person, and says nothing by itself', () => {
    expect(unseal(secret, 'ada', sealed)).toBe('JBSWY3DPEHPK3PXP')
    expect(sealed).not.toContain('JBSW')
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('JBSW')
    expect(seal(secret, 'ada', 'JBSWY3DPEHPK3PXP')).not.toBe(sealed)
  })

  test.each([
    ['for somebody else', secret, 'eve', sealed],
    ['with another secret of the site', `${secret}!`, 'ada', sealed],
    ['changed', secret, 'ada', `${sealed[0] === 'A' ? 'B' : 'A'}${sealed.slice(1)}`],
    ['cut off', secret, 'ada', sealed.slice(0, 20)],
    ['nothing', secret, 'ada', ''],
  ])('is not opened %s', (_how, key, person, text) => expect(unseal(key, person, text)).toBeUndefined())
})

describe('a ticket', () => {
  const given = ticket(secret, 'step', 'a.b-c_d', 2_000)

  test('says what it was given for, until its time', () => {
    expect(readTicket(secret, 'step', given, 1_999)).toEqual({ text: 'a.b-c_d', until: 2_000 })
    expect(readTicket(secret, 'step', given, 2_000)).toBeUndefined()
  })

  test.each([
    ['for something else', () => readTicket(secret, 'proof', given, 0)],
    ['of another site', () => readTicket(`${secret}!`, 'step', given, 0)],
    ['with another time', () => readTicket(secret, 'step', given.replace('2000', '9000'), 0)],
    ['with another text', () => readTicket(secret, 'step', given.replace('a.b', 'x.b'), 0)],
    ['that is none', () => readTicket(secret, 'step', 'x'.repeat(20_000), 0)],
    ['that was not brought', () => readTicket(secret, 'step', undefined, 0)],
  ])('%s says nothing', (_what, read) => expect(read()).toBeUndefined())
})
