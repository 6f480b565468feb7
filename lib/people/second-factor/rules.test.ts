import { describe, expect, test } from 'vitest'
import { generateSync } from 'otplib'
import { newSecret, setUpAddress, stepOfCode } from './codes'
import { codeIn, recoveryCodeIn, recoveryCodeOf, relyingPartyAt } from './rules'

describe('a code as people type it', () => {
  test.each([
    ['123456', '123456'],
    [' 123 456 ', '123456'],
    ['123-456', '123456'],
    ['١٢٣٤٥٦', '123456'],
    ['１２３４５６', '123456'],
    ['\u200e012345', '012345'],
    ['12345', undefined],
    ['1234567', undefined],
    ['12345a', undefined],
    ['', undefined],
    ['1'.repeat(10_000), undefined],
  ])('%j is %j', (typed, code) => expect(codeIn(typed)).toBe(code))
})

describe('a recovery code', () => {
  const code = recoveryCodeOf(Uint8Array.from({ length: 32 }, (_, place) => place * 7))

  test('has sixteen signs of which none is mistaken for another', () =>
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/))

  test('uses every sign as often as the others', () => {
    const all = Array.from({ length: 256 }, (_, byte) => recoveryCodeOf(new Uint8Array(16).fill(byte))[0]!)
    const counts = Object.values(Object.groupBy(all, (sign) => sign)).map((same) => same!.length)
    expect(counts).toEqual(Array.from({ length: 32 }, () => 8))
  })

  test.each([
    ['as it was made', code],
    ['in small letters', code.toLowerCase()],
    ['without hyphens', code.replaceAll('-', '')],
    ['with blanks', code.replaceAll('-', ' ')],
    ['with o and l for 0 and 1', code.replaceAll('0', 'o').replaceAll('1', 'l')],
    [
      'in wide letters',
      [...code].map((sign) => String.fromCodePoint(sign.codePointAt(0)! + 0xfee0)).join(''),
    ],
  ])('is read %s', (_how, typed) => expect(recoveryCodeIn(typed)).toBe(code))

  test.each(['', 'U'.repeat(16), code.slice(1), `${code}0`, '字'.repeat(16), 'x'.repeat(10_000)])(
    'is not %j',
    (typed) => expect(recoveryCodeIn(typed)).toBeUndefined(),
  )
})

describe('passkeys are made at', () => {
  test.each([
    ['https://example.org', { id: 'example.org', origin: 'https://example.org' }],
    ['https://blog.example.org:8443', { id: 'blog.example.org', origin: 'https://blog.example.org:8443' }],
    ['http://localhost:3000', { id: 'localhost', origin: 'http://localhost:3000' }],
    ['http://desk.localhost:3000', { id: 'desk.localhost', origin: 'http://desk.localhost:3000' }],
    ['http://example.org', undefined],
    ['http://127.0.0.1:3000', undefined],
    ['https://192.0.2.1', undefined],
    ['https://[2001:db8::1]', undefined],
  ])('%s: %j', (siteUrl, site) => expect(relyingPartyAt(siteUrl)).toEqual(site))
})

describe('the code of a moment', () => {
  const secret = newSecret()
  const step = 60_000_000
  const codeOf = (of: number) => generateSync({ secret, epoch: of * 30 })
  const now = (step * 30 + 17) * 1_000

  test.each([
    [-2, false],
    [-1, true],
    [0, true],
    [1, true],
    [2, false],
  ])('is taken %i steps off: %s', (off, isTaken) =>
    expect(stepOfCode(secret, codeOf(step + off), now)).toBe(isTaken ? step + off : undefined),
  )

  test('is not another secret’s', () => expect(stepOfCode(newSecret(), codeOf(step), now)).not.toBe(step))

  test('is made of what the address tells an app', () => {
    const address = new URL(setUpAddress(secret, { site: 'example.org', email: 'ada@example.org' }))
    expect(address.protocol).toBe('otpauth:')
    expect(decodeURIComponent(address.pathname)).toMatch(/example\.org:ada@example\.org$/)
    expect(address.searchParams.get('secret')).toBe(secret)
    expect(address.searchParams.get('issuer')).toBe('example.org')
  })
})
