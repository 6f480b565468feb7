import { z } from 'zod'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isEmailAddress, readEmail } from './email-address'

const read = (typed: string) => {
  const email = readEmail(typed, { characters: 100 })
  return email.ok
    ? email.email
    : email.problem === 'stray'
      ? `${email.stray.code} at ${email.stray.place}`
      : email.problem
}

test.each([
  ['rea@example.org', 'rea@example.org'],
  ['\u200flayla@example.org', 'layla@example.org'],
  ['\u202aRea.Lee@example.org\u202c ', 'Rea.Lee@example.org'],
  ['re\u00ada\u200b@exam\u2060ple.org\ufe0f', 'rea@example.org'],
  ['leser@münchen.example', 'leser@xn--mnchen-3ya.example'],
  ['leser@mu\u0308nchen.example', 'leser@xn--mnchen-3ya.example'],
  ['leser@MÜNCHEN.example', 'leser@xn--mnchen-3ya.example'],
  ['leser@xn--mnchen-3ya.example', 'leser@xn--mnchen-3ya.example'],
  ['rea@Example.ORG', 'rea@example.org'],
  ['taro＠ｅｘａｍｐｌｅ。ｊｐ', 'taro@example.jp'],
  ['ｔａｒｏ。ｙａｍａｄａ＠例え．テスト', 'taro.yamada@xn--r8jz45g.xn--zckzah'],
  ['rea﹫example｡org', 'rea@example.org'],
  ['mailto:rea@example.org', 'rea@example.org'],
  ['<mailto:rea@example.org>', 'rea@example.org'],
  ['rea@example.org.\u3000', 'rea@example.org'],
  // What stands behind an address would make it somebody else's.
  ['rea@example.org、', 'rea@example.org'],
  ['rea@example.org،', 'rea@example.org'],
  ['rea@example.org”', 'rea@example.org'],
  ['rea@example.org」→', 'rea@example.org'],
  ['rea@example.org😀', 'rea@example.org'],
  ['rea@example.orgです', 'U+3067 at 16'],
  ['rea@gmail.comまで', 'U+307E at 14'],
  ['rea@example–site.org', 'U+2013 at 12'],
  ['rea@münchen→.de', 'U+2192 at 12'],
  ['Rea Lee <rea@example.org>', 'rea@example.org'],
  ['Rea Lee <rea@example.org>,', 'rea@example.org'],
  ['"Lee, Rea" <mailto:rea@example.org>; ', 'rea@example.org'],
  ['李れあ　<rea@example.org>', 'rea@example.org'],
  ['ليلى <layla@example.org>', 'layla@example.org'],
  ['rea@example.org <rea@example.org>', 'rea@example.org'],
  ['lee@example.org <rea@example.org>', 'wrong'],
  ['Rea <rea@example.org>, Lee <lee@example.org>', 'wrong'],
  ['mailto:rea@example.org?subject=Hello', 'rea@example.org'],
  ['rea@example.org,', 'rea@example.org'],
  ['rea@example.org;', 'rea@example.org'],
  ['rea@example.org.,', 'rea@example.org'],
  ['"rea@example.org"', 'rea@example.org'],
  ['(rea@example.org)', 'rea@example.org'],
  ['「rea@example.org」', 'rea@example.org'],
  ['rea@example.org؛', 'rea@example.org'],
  ["o'hara@example.org", "o'hara@example.org"],
  ['rea\v@example.org', 'rea@example.org'],
  ['rea\u00a0@ example.org', 'rea@example.org'],
  ['rea@example.org (Rea Lee)', 'rea@example.org'],
  ['Rea Lee (rea@example.org)', 'rea@example.org'],
  ['Rea Lee [rea@example.org]', 'rea@example.org'],
  ['Rea＜rea@example.org＞', 'rea@example.org'],
  ['[rea@example.org](mailto:rea@example.org)', 'rea@example.org'],
  ['email: rea@example.org', 'rea@example.org'],
  ['メール：rea@example.org', 'rea@example.org'],
  ['البريد: mailto:rea@example.org?subject=x', 'rea@example.org'],
  ['mailto://rea@example.org', 'rea@example.org'],
  ['https://rea@example.org', 'wrong'],
  ['・ rea@example.org', 'rea@example.org'],
  ['- rea@example.org', 'rea@example.org'],
  ['-rea@example.org', '-rea@example.org'],
  ['**rea@example.org**', 'rea@example.org'],
  ['`rea@example.org`', 'rea@example.org'],
  ['rea@example.org/', 'rea@example.org'],
  ['rea@example.org>', 'rea@example.org'],
  ['o’hara@example.org', "o'hara@example.org"],
  ['rea‑lee@my‐example.org', 'rea-lee@my-example.org'],
  // A name before it, or a blank for a dot: nobody knows.
  ['rea lee@example.org', 'wrong'],
  ['Rea (lee@example.org) <rea@example.org>', 'wrong'],
  ['', 'missing'],
  [' \u200b\u2028', 'missing'],
  ['rea', 'wrong'],
  ['@example.org', 'wrong'],
  ['rea@', 'wrong'],
  ['rea@example', 'wrong'],
  ['rea@example..org', 'wrong'],
  ['rea@-example.org', 'wrong'],
  ['a@b@example.org', 'wrong'],
  ['rea@example.org/x', 'wrong'],
  ['rea@example.org:25', 'wrong'],
  ['rea@example.org?subject=x', 'wrong'],
  ['rea@[127.0.0.1]', 'wrong'],
  ['rea@example.org, lee@example.org', 'wrong'],
  ['"rea lee"@example.org', 'wrong'],
  ['rea@example.org\r\nBcc: x@example.org', 'wrong'],
  ['bjørn@example.org', 'U+00F8 at 3'],
  ['𠮷@example.org', 'U+20BB7 at 1'],
  ['rea@😀😀.', 'U+1F600 at 5'],
  [`${'a'.repeat(88)}@example.org`, `${'a'.repeat(88)}@example.org`],
  [`${'a'.repeat(89)}@example.org`, 'long'],
  [`rea@${'ü'.repeat(40)}.${'ü'.repeat(40)}.org`, 'long'],
  [`rea@example.org${'\u0301\u0323'.repeat(50_000)}`, 'long'],
])('%j: %s', (typed, wanted) => expect(read(typed)).toBe(wanted))

test('numbers are hosts as they are written, and not as a browser would read them', () => {
  expect(read('rea@0x7f.1')).toBe('rea@0x7f.1')
})

test('what is kept is kept again as it is, and is an address by the browser’s own rule', () => {
  const sign = fc.constantFrom(...'a.@-ü字＠。 '.split(''), '\u200f', '\u0301')
  fc.assert(
    fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: sign, maxLength: 20 })), (typed) => {
      const email = readEmail(typed, { characters: 254 })
      if (!email.ok) return
      expect(readEmail(email.email, { characters: 254 })).toEqual(email)
      expect(email.email).toMatch(z.regexes.html5Email)
    }),
  )
})

test('the rule is the browser’s, but that a domain has a dot', () =>
  fc.assert(
    fc.property(
      fc.oneof(
        fc.emailAddress(),
        fc.string({ unit: fc.constantFrom(...'a.@-_Z9!'.split('')), maxLength: 15 }),
      ),
      (text) => {
        const hasDot = text.slice(text.indexOf('@')).includes('.')
        expect(isEmailAddress(text)).toBe(z.regexes.html5Email.test(text) && hasDot)
      },
    ),
  ))
