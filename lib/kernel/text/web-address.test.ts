import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longestAddress, readableAddress, readWebAddress } from './web-address'

const read = (typed: string) => {
  const address = readWebAddress(typed, { characters: 200 })
  return address.ok ? address.url : address.problem
}

test.each([
  ['example.org', 'https://example.org/'],
  ['example.org:8080/x', 'https://example.org:8080/x'],
  ['HTTP://Example.ORG', 'http://example.org/'],
  ['https:\\\\127.0.0.1\\x', 'https://127.0.0.1/x'],
  ['https:/example.org', 'https://example.org/'],
  ['https://ｅｘａｍｐｌｅ。org', 'https://example.org/'],
  ['http://例え.jp/路', 'http://xn--r8jz45g.jp/%E8%B7%AF'],
  ['http://[2001:db8::1]/', 'http://[2001:db8::1]/'],
  ['\u200f https://example.org/a\u202eb\u2066c\u200bd\u00ade ', 'https://example.org/abcde'],
  ['https://example.org/می\u200cشود\u200c', 'https://example.org/%D9%85%DB%8C%E2%80%8C%D8%B4%D9%88%D8%AF'],
  ['https://example.org/ക്\u200d', 'https://example.org/%E0%B4%95%E0%B5%8D%E2%80%8D'],
  ['https://example.org/\u0002', 'https://example.org/'],
  ['https://example.org/\ud83d', 'https://example.org/'],
  ['', 'missing'],
  ['\u200b\n', 'missing'],
  ['example', 'wrong'],
  ['two words', 'wrong'],
  ['https://example.org/two words', 'wrong'],
  ['https://example.org/two\nlines', 'wrong'],
  ['https://', 'missing'],
  ['http:', 'missing'],
  ['HTTPS://www.', 'missing'],
  ['http', 'missing'],
  ['https://。', 'missing'],
  ['-', 'missing'],
  ['なし。', 'missing'],
  ['特になし', 'missing'],
  ['https://なし', 'missing'],
  ['None.', 'missing'],
  ['n/a', 'missing'],
  ['لا يوجد', 'missing'],
  ['なし。特に', 'wrong'],
  ['まだありません。', 'missing'],
  ['まだ作っている。', 'wrong'],
  ['2024', 'wrong'],
  ['٢٠٢٤', 'wrong'],
  ['12:30', 'wrong'],
  ['3.14', 'wrong'],
  ['1.2.3', 'wrong'],
  ['0x7f.1', 'wrong'],
  ['https://2130706433', 'wrong'],
  ['https://127.1', 'wrong'],
  ['12.5', 'wrong'],
  ['v1.2', 'wrong'],
  ['a.b', 'wrong'],
  ['e.g.', 'wrong'],
  ['example.org.', 'https://example.org./'],
  ['192.0.2.1:8080', 'https://192.0.2.1:8080/'],
  ['http://１９２.0.2.1/x', 'http://192.0.2.1/x'],
  ['http://localhost:3000', 'http://localhost:3000/'],
  ['[2001:db8::1]:80', 'https://[2001:db8::1]:80/'],
  ['example.org、', 'https://example.org/'],
  ['example.org،', 'https://example.org/'],
  ['example.org, ', 'https://example.org/'],
  ['https://example.org/a؛', 'https://example.org/a'],
  ['「https://example.org/a」。', 'https://example.org/a'],
  ['<https://example.org>', 'https://example.org/'],
  ['“example.org”', 'https://example.org/'],
  ['https://example.org/a_(b)', 'https://example.org/a_(b)'],
  ['example。jp', 'https://example.jp/'],
  ['例え。ｊｐ', 'https://xn--r8jz45g.jp/'],
  ['http://例え。テスト', 'http://xn--r8jz45g.xn--zckzah/'],
  ['例え.テスト', 'https://xn--r8jz45g.xn--zckzah/'],
  ['(https://example.org/a)', 'https://example.org/a'],
  ['(https://example.org/a_(b))', 'https://example.org/a_(b)'],
  ['[https://example.org]', 'https://example.org/'],
  ['**https://example.org/a**', 'https://example.org/a'],
  ['`example.org`', 'https://example.org/'],
  ['(example.org)', 'https://example.org/'],
  ['https://example.org!', 'https://example.org/'],
  ['https://example.org...', 'https://example.org/'],
  ['https://https://example.org', 'https://example.org/'],
  ['My site: https://example.org', 'https://example.org/'],
  ['ブログ：https://example.org/a。', 'https://example.org/a'],
  ['https://example.org (my blog)', 'https://example.org/'],
  ['blog: example.org', 'https://example.org/'],
  ['[Rea](https://example.org/a)', 'https://example.org/a'],
  ['[url=https://example.org/a]Rea[/url]', 'https://example.org/a'],
  ['<a href="https://example.org/a">https://example.org/a</a>', 'https://example.org/a'],
  ['https:// example.org', 'https://example.org/'],
  ['ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｏｒｇ／ａ', 'https://example.org/a'],
  ['https：//example.org', 'https://example.org/'],
  ['note.example／rea', 'https://note.example/rea'],
  ['https://example.org https://example.net', 'wrong'],
  ['see https://127.1', 'wrong'],
  ['example..org', 'wrong'],
  ['example.orgです', 'wrong'],
  ['https://example.org:8080です', 'wrong'],
  ['https://example.orgو', 'wrong'],
  ['https://example.org😀', 'https://example.org/'],
  ['www,example.org', 'wrong'],
  ['https://.example.org', 'wrong'],
  ["I don't have one.", 'missing'],
  ['ないです', 'missing'],
  ['لا يوجد لدي', 'missing'],
  ['ftp://example.org', 'wrong'],
  ['javascript:alert(1)', 'wrong'],
  ['java\u0000script:alert(1)', 'wrong'],
  ['java\u202escript:alert(1)', 'wrong'],
  ['data:text/html,x', 'wrong'],
  ['https://me:secret@example.org', 'wrong'],
  ['https://example.org@evil.example', 'wrong'],
  [`https://example.org/${'a'.repeat(180)}`, `https://example.org/${'a'.repeat(180)}`],
  [`https://example.org/${'a'.repeat(181)}`, 'long'],
  [`https://example.org/${'𠮷'.repeat(160)}`, `https://example.org/${'%F0%A0%AE%B7'.repeat(160)}`],
  [`https://example.org/${'𠮷'.repeat(180)}`, 'long'],
  [`https://example.org/a${' '.repeat(65_000)}b`, 'long'],
])('%j: %s', (typed, wanted) => expect(read(typed)).toBe(wanted))

test('what is kept is ASCII, in the web, not too long, and kept again as it is', () => {
  const sign = fc.constantFrom(...'a./:@?#%\\é字'.split(''), '\u202e', '\u200c', '\ud83d', '\u0007')
  const typed = fc.oneof(
    fc.webUrl(),
    fc.string({ unit: sign, maxLength: 30 }).map((path) => `https://example.org/${path}`),
    fc.string({ unit: 'binary', maxLength: 30 }),
  )
  fc.assert(
    fc.property(typed, (any) => {
      const address = readWebAddress(any, { characters: 200 })
      if (!address.ok) return
      expect(address.url).toMatch(/^https?:\/\/[\x21-\x7e]+$/)
      expect(address.url.length).toBeLessThanOrEqual(longestAddress)
      expect(new URL(address.url).href).toBe(address.url)
    }),
    { numRuns: 1_000 },
  )
})

test.each([
  ['https://example.org/%E8%B7%AF?q=%D9%85', 'https://example.org/路?q=م'],
  ['https://example.org/a%20b%2Fc%3Fd%23e%25f', 'https://example.org/a%20b%2Fc%3Fd%23e%25f'],
  ['https://example.org/%E2%80%AEtxt.exe', 'https://example.org/%E2%80%AEtxt.exe'],
  ['https://example.org/%E2%80%8Ba%E2%81%A6%C2%AD', 'https://example.org/%E2%80%8Ba%E2%81%A6%C2%AD'],
  ['https://example.org/%E3%85%A4%CD%8F%EF%B8%8F', 'https://example.org/%E3%85%A4%CD%8F%EF%B8%8F'],
  ['https://example.org/%F0%93%91%81%F0%96%BF%A4', 'https://example.org/%F0%93%91%81%F0%96%BF%A4'],
  ['https://example.org/%E3%80%80%0A', 'https://example.org/%E3%80%80%0A'],
  ['https://example.org/%ff%E8', 'https://example.org/%ff%E8'],
  ['https://example.org/caf%C3%A9', 'https://example.org/café'],
])('%s is read as %s', (href, wanted) => {
  expect(readableAddress(href)).toBe(wanted)
  expect(new URL(wanted).href.toLowerCase()).toBe(href.toLowerCase())
})
