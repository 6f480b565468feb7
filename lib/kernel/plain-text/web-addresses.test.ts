import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { growth, linear } from '../testing/growth'
import { linkify, linkTo, webAddressesIn } from './web-addresses'

const addresses = (text: string) => webAddressesIn(text).map(({ start, end }) => text.slice(start, end))

describe('an address is neither too short nor too long', () => {
  // In each the address stands between ⟪ and ⟫; without them there is none.
  test.each([
    // As it was found in the wild
    '⟪https://files.example.org/d/dQw4w9WgXc_⟫',
    'at ⟪https://files.example.org/d/dQw4w9WgXc_⟫.',
    '⟪https://fa.wikipedia.example/wiki/می‌شود⟫',
    'See [⟪https://example.org/map⟫] now',
    '[⟪https://example.org⟫]',
    '`⟪https://example.org/a⟫`, {⟪https://example.org/b⟫} and',
    '`⟪https://example.org/a⟫`b {⟪https://example.org/b⟫}c',
    ...[...'！？：；…。、，．｡､'].map((mark) => `⟪https://example.org/a⟫${mark}次の文`),
    ...[...'！？：；…。、，．｡､'].map((mark) => `⟪https://example.org⟫${mark}次の文`),
    '⟪https://example.org/a_(b)⟫',
    '⟪www.example.org/page⟫',
    'README.md, index.ts, example.py, node.js, U.S., 3.14, e.g. and a.b/c',

    // Brackets
    '⟪https://en.wikipedia.org/wiki/Foo_(bar)_(baz)⟫',
    '(⟪https://en.wikipedia.org/wiki/Foo_(bar_(baz)_x)⟫)',
    '(see ⟪https://example.org/a(b)c⟫)',
    '(see ⟪https://example.org/a⟫)b',
    '([⟪https://example.org/a⟫])',
    '[text](⟪https://example.org⟫)',
    '[⟪https://a.example/x(y)⟫](⟪https://b.example/z⟫), more',
    '⟪https://example.org/?a[]=1&b[x]=2⟫',
    '⟪https://example.org/{id}/[x]⟫',
    '⟪https://example.org/a⟫(an old one)',
    '⟪https://example.org/a⟫(b[c)d]',
    '⟪https://example.org/a⟫(b]c) [⟪https://example.org/a⟫(b]c)',
    '⟪https://example.org/a⟫[',
    '⟪https://example.org/a()⟫',
    '⟪https://example.org/a⟫:)',
    '(⟪https://example.org⟫)(⟪https://example.com⟫)',
    '<⟪https://example.org/x⟫> <URL:⟪https://example.org/y⟫>',

    // Tags of forums
    '[url]⟪https://example.org/a⟫[/url] [URL]⟪https://example.org⟫[/URL]',
    '[url=⟪https://example.org/a⟫]a map[/url] [url="⟪https://example.org/a⟫"]b[/url]',
    '[quote][url]⟪https://example.org/a[1]⟫[/url][/quote] [img]⟪www.example.org/a.png⟫[/img]',
    '[b]⟪https://example.org/?a[]=1⟫[/b], [i]⟪https://example.org/a_(b)⟫[/i].',
    '⟪https://example.org/⟫[/a]b ⟪https://example.org/[/]b[/a1]⟫',

    // Dots of full width
    '⟪https://example。jp⟫ ⟪https://example。jp/x⟫。次の文 ⟪http://example．co．jp:80/y⟫',
    '⟪https://例え。jp⟫を ⟪https://example｡jp⟫です',
    '⟪https://example.org⟫。See ⟪https://example.org⟫。jp ⟪https://localhost⟫。See',
    '⟪https://example⟫。次の文 ⟪https://example⟫。x_y',

    // Closing and quoting marks of every script
    ...['""', "''", '»«', '«»', '„“', '“”', '‚‘', '‘’', '‹›', '()', '[]', '{}', '<>', '``'].map(around),
    ...['「」', '『』', '《》', '〈〉', '（）', '［］', '【】', '〔〕', '｛｝', '〖〗', '〝〟', '｢｣'].map(
      around,
    ),
    ...['＜＞', '⟨⟩', '≪≫', '＂＂', '＇＇', '｜｜', '﴾﴿', '⸢⸣', '﹁﹂', '༼༽', '**', '__', '~~'].map(around),
    '**⟪https://example.org⟫** and **⟪https://example.org/a⟫**',
    '_⟪https://example.org/a⟫_ and __⟪https://example.org/a_⟫__ and ⟪https://example.org/a_⟫',
    '_⟪https://example.org/a⟫._',
    '‘⟪https://example.org/a⟫’s author',
    "l'⟪https://example.org/l'heure⟫",
    '⟪https://fr.wikipedia.example/wiki/L’Équipe⟫',
    "⟪https://example.org/it%27s⟫ ⟪https://example.org/it’s⟫ ⟪https://example.org/it's⟫",

    // What ends a sentence, or a part of it
    ...[...'.,;:!?'].flatMap((mark) => [
      `⟪https://example.org/a⟫${mark}`,
      `⟪https://example.org/a⟫${mark} B`,
    ]),
    ...[...'،؛؟۔।॥።፤፣፥՝։׃׀۝៖។།༎᠂᠃‽⁇⸮·•※…‥—―–¡¿'].flatMap((mark) => [
      `⟪https://example.org/a⟫${mark}`,
      `⟪https://example.org⟫${mark} B`,
    ]),
    ...[...'،؛؟۔।॥።፤፣፥։׃۝៖។༎᠂‽⁇⸮※…‥—―¡¿'].map((mark) => `⟪https://example.org/a⟫${mark}x`),
    '⟪https://example.org/a⟫...',
    '⟪https://example.org/a⟫?!',
    'انظر ⟪https://example.org/مصباح⟫؟ و⟪https://example.org/ب⟫، ثم',
    '⟪https://example.org/a⟫—which is old',
    '⟪https://en.wikipedia.org/wiki/Bose–Einstein_condensate⟫',
    '⟪https://ja.wikipedia.example/wiki/ジョン・レノン⟫・',
    '⟪https://ja.wikipedia.example/wiki/君の名〜序〜の章⟫',
    '⟪https://ca.wikipedia.example/wiki/Col·legi⟫·',
    '⟪https://example.org/a,b;c=d!e:f?g*h'.concat('⟫'),
    '⟪https://github.example/a/compare/x...y⟫…',
    '⟪https://example.org/a⟫&gt;',
    '⟪https://example.org/?a=1⟫&amp; ⟪https://example.org/?a=1&amp;b=2⟫&quot;.',
    '⟪https://example.org/?a=1&b⟫;',
    '⟪https://example.org/a-⟫ ⟪https://example.org/a=⟫ ⟪https://example.org/a/⟫ ⟪https://example.org/a~⟫',
    '⟪https://example.org/a⟫|⟪https://example.org/b|c⟫|',
    '⟪https://a.example/x⟫,⟪https://b.example/y⟫;⟪www.c.example/z⟫',

    // Words right after it
    '⟪https://example.org/⟫をご覧ください',
    '⟪https://example.org/a1⟫を見て',
    '⟪https://ja.wikipedia.example/wiki/耳をすませば⟫',
    '⟪https://ja.wikipedia.example/wiki/いろは⟫ ⟪https://example.org/?q=を⟫',
    '⟪https://example.org⟫をご覧ください。',
    '詳細は⟪https://example.org:8080⟫で。サイトは⟪www.example.org⟫です',
    '⟪https://example.org⟫و ⟪https://example.org⟫и ⟪https://192.0.2.1⟫の',
    '⟪https://example.org⟫--see ⟪https://example.org⟫- ⟪https://example.org⟫😀',
    '⟪https://例え.テスト/道⟫ ⟪https://日本語example.jp⟫ ⟪https://пример.рф⟫ ⟪https://bücher.example⟫',
    'https://から始まる、https://😀',
    '⟪https://localhost⟫で ⟪http://localhost:3000/x⟫',

    // Hosts, ports, names and passwords
    '⟪https://[2001:db8::1]:8080/x⟫ [⟪https://[2001:db8::1]⟫]',
    '⟪https://example.org:443⟫: ⟪https://example.org⟫:99999 ⟪https://example.org⟫:x',
    '⟪https://example.org./x⟫ ⟪https://example.org?x#y⟫ ⟪https://example.org#y⟫',
    'https://ada@example.org/ https://bank.example:secret@evil.example/x https://a@b@c.example',
    'https://bank.example,@evil.example https://example.org%2eevil.example/ http://%65vil.example',
    '⟪https://example.org/@ada⟫ ⟪https://example.org?mail=a@b.example⟫',
    '(⟪https://example.org⟫)ada@example.org',
    'ada@www.example.org www.ada@example.org www.example.org@example.com ada@example.org',
    'javascript:alert(1) ftp://example.org ftp://www.example.org data:text/html,x mailto:a@b.example',
    'https:// http:///x https:example.org https:\\\\example.org ⟪https://example.org⟫\\x',
    '⟪HTTPS://EXAMPLE.ORG/A⟫ ⟪hTTp://example.org⟫ httpſ://example.org ｈttps://example.org',
    'http://⟪https://example.org/a⟫ ⟪https://web.archive.example/2019/https://example.org/a⟫',
    'www. www.. www.example www.org xwww.example.org a.www.example.org a-www.example.org',
    '/www.example.org \\www.example.org 7www.example.org éwww.example.org www.example.o www.3.14',
    '⟪WWW.example.org⟫ -⟪www.example.org⟫ 「⟪www.例え.テスト⟫」 公式⟪www.example.org⟫。 و⟪www.example.org:80/x⟫',
    '...⟪www.example.org⟫... _⟪www.example.org/a⟫_ see:⟪www.example.org⟫',

    // What is not seen
    ...['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u200e', '\u200f'].flatMap((sign) => [
      `⟪https://example.org/a⟫${sign}`,
      `⟪https://example.org/a⟫${sign}${sign} b`,
      `⟪https://example.org/⟫${sign}b`,
    ]),
    ...['\u200b', '\u2060', '\ufeff', '\u00ad', '\u061c', '\u3164', '\u2800', '\u034f', '\u00a0'].map(
      (sign) => `⟪https://example.org/a⟫${sign}b`,
    ),
    ...['\u200e', '\u200f', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e'].map(
      (sign) => `⟪https://example.org/a⟫${sign}b`,
    ),
    ...['\u2066', '\u2067', '\u2068', '\u2069'].map((sign) => `⟪https://example.org/a⟫${sign}b`),
    'http://\u202egro.elpmaxe',
    '⟪https://می‌خواهم.example/می‌شود#می‌شود⟫',
    '⟪https://hi.wikipedia.example/wiki/क्‍ष⟫',
    '⟪https://ml.wikipedia.example/wiki/ക്\u200d⟫, ⟪https://ml.wikipedia.example/അവന്\u200d/ത്\u200d⟫.',
    '⟪https://example.org/a⟫\u{1d159}b ⟪https://example.org/a⟫\u{16fe4}',
    '⟪https://example.org/👨‍👩‍👧/❤️⟫',
    '⟪https://example.org/a⟫😀 ⟪https://example.org/灯台⟫❤️👍🏽 ⟪https://example.org/a⟫!🎉🇯🇵',
    '⟪https://example.org/I_❤️⟫ ⟪https://example.org/?q=😀⟫ ⟪https://example.org/😀/a⟫',
    '⟪https://example.org/a⟫\ufe0f ⟪https://example.org/葛\u{e0100}城⟫',

    // Ends of lines, fragments, escapes
    '⟪https://example.org/a⟫\n⟪https://example.org/b⟫\r\n⟪https://example.org/c⟫',
    '⟪https://example.org/a#:~:text=the%20lamp,-keeper⟫',
    '⟪https://example.org/%E7%81%AF%E5%8F%B0?x=%2F%zz⟫',
    `https://example.org/${'a'.repeat(2_000)} ⟪https://example.org/b⟫`,
  ])('%s', (marked) => {
    const text = marked.replace(/[⟪⟫]/gu, '')
    const expected = [...marked.matchAll(/⟪([^⟫]*)⟫/gu)].map((match) => match[1])
    expect(addresses(text)).toEqual(expected)
    const pieces = linkify(text)
    expect(pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')).toBe(text)
  })

  function around(marks: string) {
    const [opening, closing] = [...marks] as [string, string]
    return `x ${opening}⟪https://example.org/a⟫${closing} ${opening}⟪https://example.org⟫${closing} ${opening}⟪www.example.org⟫${closing}`
  }
})

test('a link leads where its address says', () => {
  const leads = (text: string) => webAddressesIn(text).map(({ href }) => href)
  expect(leads('See https://example.org/a?b=1#c, www.example.org/灯台 or HTTPS://Bücher.EXAMPLE')).toEqual([
    'https://example.org/a?b=1#c',
    'https://www.example.org/%E7%81%AF%E5%8F%B0',
    'https://xn--bcher-kva.example/',
  ])
})

test('a dot of full width is the dot that a browser makes of it', () =>
  expect(webAddressesIn('https://example。jp/x')[0]?.href).toBe('https://example.jp/x'))

test('the website of somebody is linked only if it is one', () => {
  expect(linkTo('https://example.org')).toBe('https://example.org/')
  for (const url of ['javascript:alert(1)', 'JAVASCRIPT:alert(1)', '//example.org', '', null, undefined])
    expect(linkTo(url)).toBeUndefined()
  expect(linkTo('https://ada:secret@example.org')).toBeUndefined()
  expect(linkTo(`https://example.org/${'a'.repeat(2_000)}`)).toBeUndefined()
})

const parts = fc.constantFrom(
  ...[
    'https://',
    'HTTP://',
    'www.',
    'example.org',
    'a',
    'B',
    '.',
    '/',
    '?',
    '#',
    '@',
    ':',
    '80',
    '%2f',
    '&amp;',
  ],
  ...[
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '’',
    '‘',
    '「',
    '」',
    '*',
    '_',
    '~',
    '-',
    '—',
    ',',
    ';',
    '!',
    '|',
  ],
  ...[
    ' ',
    '\n',
    '\u200c',
    '\u200d',
    '\u200f',
    '\u202e',
    'を',
    '灯',
    'می',
    '、',
    '。',
    '…',
    '😀',
    '\ufe0f',
    '\ud83d',
  ],
)
test('whatever is written, nothing of it is lost, and a link leads to the web and nowhere else', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(parts, { maxLength: 40 }).map((all) => all.join('')),
        fc.string(),
      ),
      (text) => {
        const pieces = linkify(text)
        expect(pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')).toBe(text)
        for (const piece of pieces) {
          if (typeof piece === 'string') continue
          const url = new URL(piece.href)
          expect(url.protocol).toMatch(/^https?:$/)
          expect(url.username + url.password).toBe('')
          expect(piece.text).toMatch(/^(?:https?:\/\/|www\.)/i)
          expect(piece.text).not.toMatch(/[\s<>"`\\\p{Bidi_Control}]|[.,;:!?]$/u)
          // The host that is read is the host that is opened.
          expect(new URL(/^www/i.test(piece.text) ? `https://${piece.text}` : piece.text).host).toBe(url.host)
        }
      },
    ),
    { numRuns: 3_000 },
  )
})

describe('the work grows as the text does', () => {
  const parts = [
    ...['(', '[', '{', ')', '()', '([', '([)', '_', '~', '*', '.', 'a.', '"', "'", '’', '‘', 'a’', '…', 'a'],
    ...['\u200c', 'م\u200c', '\ufe0f', '&amp;', '&', ';', ',', 'を', '灯', '😀', '@', ':', '/', '-', ' '],
    ...[
      'http://',
      'http://a',
      'http://a/',
      'http://a/(',
      'http://a/)',
      'http://a!',
      "'http://a/",
      '‘http://a/ ',
    ],
    ...[
      'http://a:',
      'http://a@',
      'http://a,',
      'http://a,@',
      'http://a/[(',
      'http://a.',
      '_http://a_',
      '‘http://a',
    ],
    ...['www.', 'www.a', 'www.a.bc', 'www.a.bc,', 'www.a.bc!', 'www.a.bc(', 'www.a.bcあ', 'www.a.bc😀'],
    ...['あwww.', 'あwww.あ', '-www.a'],
  ]
  const texts = (size: number) =>
    parts.flatMap((part) => {
      const many = part.repeat(size / part.length)
      return [many, `https://example.org/${many}`, `https://${many}`, `www.${many}`]
    })

  test('no text of the longest comment’s size is long work', () => {
    for (const text of texts(65_536)) {
      const before = process.threadCpuUsage()
      linkify(text)
      const { user, system } = process.threadCpuUsage(before)
      expect((user + system) / 1_000, text.slice(0, 40)).toBeLessThan(200)
    }
  })

  test('nor grows it faster', () =>
    expect(growth((size) => texts(size).forEach(linkify), 32_768)).toBeLessThan(linear))
})
