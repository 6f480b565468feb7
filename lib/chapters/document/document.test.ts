import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDocument } from './check-document'
import { renderDocument } from './rendering/render-document'
import { chapterSchema, emptyDocument } from './schema'

const text = (words: string, ...marks: object[]) => ({
  type: 'text',
  text: words,
  ...(marks.length ? { marks } : {}),
})
const paragraph = (...content: object[]) => ({ type: 'paragraph', content })
const document = (...content: object[]) => ({ type: 'doc', content })
const html = (...content: object[]) => {
  const checked = checkDocument(document(...content))
  if (!checked.ok) throw new Error(checked.refusal)
  return renderDocument(checked.value).html
}

describe('rendering', () => {
  test('everything a chapter may hold', () => {
    const quote = {
      type: 'blockquote',
      attrs: { cite: 'https://example.org/a?b=1&c=2' },
      content: [paragraph(text('quoted'))],
    }
    const list = (type: string, attrs?: object) => ({
      type,
      attrs,
      content: [{ type: 'listItem', content: [paragraph(text('one'))] }],
    })
    expect(html({ type: 'heading', attrs: { level: 3 }, content: [text('Rain')] })).toBe('<h3>Rain</h3>')
    expect(html(quote)).toBe(
      '<blockquote cite="https://example.org/a?b=1&amp;c=2"><p>quoted</p></blockquote>',
    )
    expect(html(list('bulletList'), { type: 'horizontalRule' })).toBe('<ul><li><p>one</p></li></ul><hr>')
    expect(html(list('orderedList', { start: 4 }))).toBe('<ol start="4"><li><p>one</p></li></ol>')
    expect(html({ type: 'codeBlock', attrs: { language: 'c++' }, content: [text('<b>')] })).toBe(
      '<pre tabindex="0"><code class="language-c++">&lt;b&gt;</code></pre>',
    )
    expect(html(paragraph(text('a'), { type: 'hardBreak' }, text('b')))).toBe('<p>a<br>b</p>')
    expect(html(paragraph(text('漢字', { type: 'ruby', attrs: { reading: 'かんじ' } })))).toBe(
      '<p><ruby><span>漢字</span><rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby></p>',
    )
  })

  const hash = '0123456789abcdef'.repeat(2)
  const picture = (attrs: object = {}, ...caption: object[]) => ({
    type: 'figure',
    attrs: { hash, width: 1_000, height: 500, plain: 'jpg', alt: 'A "lamp"', ...attrs },
    content: caption,
  })

  test('a picture in every width and format, the first at once and the others when they come near', () => {
    const sizes = 'sizes="(max-width: 45rem) 92vw, 680px"'
    const set = (end: string) =>
      [480, 800, 1_000].map((width) => `/media/${hash}-${width}.${end} ${width}w`).join(', ')
    const shown = (loading: string) =>
      `<figure><picture><source type="image/avif" srcset="${set('avif')}" ${sizes}>` +
      `<source type="image/webp" srcset="${set('webp')}" ${sizes}>` +
      `<img src="/media/${hash}-1000.jpg" srcset="${set('jpg')}" ${sizes} width="1000" height="500" alt="A &quot;lamp&quot;"${loading} decoding="async"></picture>`
    expect(html(picture({}, text('Lit', { type: 'italic' }), text('!')), picture())).toBe(
      `${shown('')}<figcaption><em>Lit</em>!</figcaption></figure>${shown(' loading="lazy"')}</figure>`,
    )
    expect(html(picture({ decorative: true }))).toContain(' alt="" ')
    expect(html(picture({ width: 3_000, height: 2_001, plain: 'png' }))).toContain(
      `-1360.png" srcset="/media/${hash}-480.png 480w`,
    )
  })

  test('notes are numbered through the chapter and stand at its end, with ways there and back', () => {
    const note = (words: string) => ({ type: 'footnote', attrs: { text: words } })
    const out = html(
      paragraph(text('One'), note('See https://example.org/a?b=1&c, page 2.')),
      picture({}, text('Two'), note('<i>')),
    )
    const mark = (n: number) =>
      `<sup class="note"><a id="ref-${n}" href="#note-${n}" role="doc-noteref" aria-label="Note ${n}">${n}</a></sup>`
    expect(out).toContain(`<p>One${mark(1)}</p>`)
    expect(out).toContain(`<figcaption>Two${mark(2)}</figcaption>`)
    expect(out).toMatch(
      /<section class="footnotes" role="doc-endnotes" aria-label="Notes"><ol><li id="note-1">See <a href="https:\/\/example\.org\/a\?b=1&amp;c" rel="noopener" dir="ltr">https:\/\/example\.org\/a\?b=1&amp;c<\/a>, page 2\. <a href="#ref-1" role="doc-backlink" aria-label="Back to the text at note 1">↩\ufe0e<\/a><\/li><li id="note-2">&lt;i&gt; <a/,
    )
    expect(out.match(/ id="[^"]+"/g)).toHaveLength(4)
    const arabic = checkDocument(document(paragraph(text('و'), note('حاشية'))))
    expect(arabic.ok && renderDocument(arabic.value, 'ar').html).toContain('aria-label="الحاشية ١">١</a>')
  })

  test.each([
    ['https://example.org/a_(b)', 'https://example.org/a_(b)'],
    ['Ada, Letters [https://example.org/d/dQw4w9WgXc_], 1931.', 'https://example.org/d/dQw4w9WgXc_'],
    ['انظر https://fa.wikipedia.example/wiki/می‌شود؟', 'https://fa.wikipedia.example/wiki/می‌شود'],
    ['「https://example.org/灯台」を見よ。', 'https://example.org/灯台'],
    ['www.example.org/page', 'www.example.org/page'],
  ])('an address in a note or a source is linked as in a comment: %s', (line, address) => {
    const href = new URL(address.startsWith('www') ? `https://${address}` : address).href
    const [before, after] = line.split(address)
    const linked = `${before}<a href="${href}" rel="noopener" dir="ltr">${address}</a>${after}`
    expect(html(paragraph(text('a'), { type: 'footnote', attrs: { text: line } }))).toContain(
      `<li id="note-1">${linked} <a`,
    )
    const quote = { type: 'blockquote', attrs: { source: line }, content: [paragraph(text('So'))] }
    expect(html(quote)).toContain(`<figcaption>${linked}</figcaption>`)
  })

  test('a table has a caption, headers with their scope, and a box to scroll in', () => {
    const cell = (type: string, words: string, attrs?: object) => ({
      type,
      attrs,
      content: [paragraph(text(words))],
    })
    const row = (...content: object[]) => ({ type: 'tableRow', content })
    const table = (caption: string | null, ...content: object[]) => ({
      type: 'table',
      attrs: { caption },
      content,
    })
    expect(
      html(
        table(
          'Oil & wicks',
          row(cell('tableHeader', 'Month'), cell('tableHeader', 'Oil')),
          row(cell('tableHeader', 'May'), cell('tableCell', '9', { rowspan: 2, colwidth: [90] })),
        ),
      ),
    ).toBe(
      '<div class="wide" role="group" aria-label="Oil &amp; wicks" tabindex="0"><table><caption>Oil &amp; wicks</caption>' +
        '<thead><tr><th scope="col">Month</th><th scope="col">Oil</th></tr></thead>' +
        '<tbody><tr><th scope="row">May</th><td rowspan="2">9</td></tr></tbody></table></div>',
    )
    const silent = { type: 'tableHeader', content: [{ type: 'paragraph' }] }
    expect(html(table(null, row(silent, cell('tableHeader', 'a')), row(silent)))).toContain(
      '<tr><td></td><th scope="col">a</th></tr>',
    )
    expect(html(table(null, row(cell('tableCell', 'a'))))).toBe(
      '<div class="wide" role="group" aria-label="Table" tabindex="0"><table><tbody><tr><td>a</td></tr></tbody></table></div>',
    )
  })

  test('a quotation names its source below', () => {
    const quote = { type: 'blockquote', attrs: { source: 'A <b> book' }, content: [paragraph(text('So'))] }
    expect(html(quote)).toBe(
      '<figure class="quote"><blockquote><p>So</p></blockquote><figcaption>A &lt;b&gt; book</figcaption></figure>',
    )
  })

  test('what stands beside the text can be searched for too', () => {
    const checked = checkDocument(
      document(
        paragraph(text('text'), { type: 'footnote', attrs: { text: 'noted' } }),
        picture({}, text('caption')),
        { type: 'blockquote', attrs: { source: 'source' }, content: [paragraph(text('quoted'))] },
      ),
    )
    expect(checked.ok && renderDocument(checked.value).text).toBe(
      'text\n\ncaption\n\nquoted\n\nsource\n\nnoted',
    )
  })

  test('marks nest and stay open over neighbours', () => {
    const [bold, italic] = [{ type: 'bold' }, { type: 'italic' }]
    const out = html(paragraph(text('a', bold), text('b', bold, italic), text('c', italic), text('d')))
    expect(out).toBe('<p><strong>a<em>b</em></strong><em>c</em>d</p>')
  })

  test('readers see as many blanks as writers typed; code can be copied as it is', () => {
    const bold = { type: 'bold' }
    expect(html(paragraph(text('  a   b'), text(' c  d', bold), text(' e')))).toBe(
      '<p>\u00a0 a\u00a0\u00a0 b<strong> c\u00a0 d</strong> e</p>',
    )
    expect(html(paragraph(text('\u3000雨の日')))).toBe('<p>\u3000雨の日</p>')
    expect(html(paragraph(text('  a  b', { type: 'code' })))).toBe('<p><code>  a  b</code></p>')
    expect(html({ type: 'codeBlock', content: [text('  a\n\tb')] })).toContain('<code>  a\n\tb</code>')
  })

  test('the words alone, one block to a paragraph', () => {
    const checked = checkDocument(
      document(paragraph(text('one')), paragraph(text('two'), { type: 'hardBreak' }, text('three'))),
    )
    expect(checked.ok && renderDocument(checked.value).text).toBe('one\n\ntwo\nthree')
  })

  test('a link goes to the web or to a mailbox, or nowhere', () => {
    const link = (href: unknown) => {
      const node = chapterSchema.text('go', [chapterSchema.mark('link', { href })])
      return renderDocument(chapterSchema.node('doc', null, chapterSchema.node('paragraph', null, node))).html
    }
    expect(link('https://example.org/')).toBe('<p><a href="https://example.org/" rel="noopener">go</a></p>')
    expect(link('mailto:ada@example.org')).toContain('href="mailto:ada@example.org"')
    const hostile = [
      'javascript:alert(1)',
      ' java\nscript:alert(1)',
      'data:text/html,x',
      '//evil.example',
      '/desk',
      { toString: 1 },
      ['https://a'],
    ]
    for (const href of [
      ...hostile,
      'https://ada:secret@example.org',
      'vbscript:x',
      'JaVaScRiPt:alert(1)',
      null,
      7,
    ]) {
      expect(link(href)).toBe('<p><a rel="noopener">go</a></p>')
    }
  })
})

describe('checking', () => {
  test('refuses whatever is not a document', () => {
    const foreign = [
      undefined,
      null,
      7,
      'doc',
      [],
      {},
      { type: 'doc' },
      { type: 'paragraph' },
      { type: '__proto__' },
      new Date(),
    ]
    const broken = [
      document({ type: 'script', content: [text('x')] }),
      document(text('bare')),
      document(paragraph(text('x', { type: 'constructor' }))),
      document(paragraph({ type: 'text', text: { contains: '' } })),
      document(paragraph({ type: 'text', text: '' })),
      document({ type: 'heading', attrs: { level: 1 }, content: [text('x')] }),
      document({ type: 'heading', attrs: { level: ['2'] }, content: [text('x')] }),
      document({ type: 'orderedList', attrs: { start: '1" onclick="x' }, content: [] }),
      document({ type: 'codeBlock', attrs: { language: 'a b' } }),
      document({
        type: 'blockquote',
        attrs: { cite: 'x\n" onmouseover=alert(1)' },
        content: [paragraph(text('x'))],
      }),
      document(paragraph(text('x', { type: 'link', attrs: { href: 'javascript:alert(1)' } }))),
      document(paragraph(text('x', { type: 'ruby', attrs: { reading: { a: 1 } } }))),
      ...[
        { hash: '../desk' },
        { width: 0 },
        { height: '9' },
        { plain: 'svg' },
        { alt: 7 },
        { decorative: 'yes' },
      ].map((attrs) =>
        document({ type: 'figure', attrs: { hash: 'a'.repeat(32), width: 9, height: 9, ...attrs } }),
      ),
      document(paragraph({ type: 'footnote', attrs: { text: ' ' } })),
      document({ type: 'footnote', attrs: { text: 'a note is no paragraph' } }),
      document({ type: 'table', content: [] }),
      document({ type: 'table', content: [{ type: 'tableRow', content: [] }] }),
      document({
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableCell', attrs: { colspan: 1e6 }, content: [paragraph()] }],
          },
        ],
      }),
      document({ type: 'blockquote', attrs: { source: ['x'] }, content: [paragraph(text('x'))] }),
    ]
    for (const value of [...foreign, ...broken])
      expect(checkDocument(value)).toEqual({ ok: false, refusal: 'document-broken' })
  })

  test('refuses what forces an order, says which and where, and lets isolates and marks stand', () => {
    for (const [control, code] of [
      ['\u202d', 'U+202D'],
      ['\u202e', 'U+202E'],
    ])
      for (const content of [
        [paragraph(text(`the lamp${control}b`))],
        [paragraph(text('x', { type: 'ruby', attrs: { reading: `the lamp${control}` } }))],
        [paragraph(text('x'), { type: 'footnote', attrs: { text: `the lamp${control}b` } })],
      ])
        expect(checkDocument(document(...content))).toEqual({
          ok: false,
          refusal: `document-turns ${code} 9 the lamp`,
        })
    const stands = 'a \u2067مصباح\u2069 b\u200f'
    expect(kept(paragraph(text(stands)))).toEqual([paragraph(text(stands))])
  })

  const kept = (...content: object[]) => {
    const checked = checkDocument(document(...content))
    if (!checked.ok) throw new Error(checked.refusal)
    return (JSON.parse(JSON.stringify(checked.value.toJSON())) as { content: object[] }).content
  }
  const hardBreak = { type: 'hardBreak' }

  test('mends what other programs leave in a text', () => {
    expect(kept(paragraph(text('First line\u000bsecond line')))).toEqual([
      paragraph(text('First line'), hardBreak, text('second line')),
    ])
    expect(kept(paragraph(text('\u2028a\u2029\u0085b\f')))).toEqual([
      paragraph(hardBreak, text('a'), hardBreak, hardBreak, text('b'), hardBreak),
    ])
    expect(kept(paragraph(text('light\u0002house\0 \ud83d\ufffc\ufeff')))).toEqual([
      paragraph(text('lighthouse ')),
    ])
    expect(kept(paragraph(text('\u0002')))).toEqual([{ type: 'paragraph' }])
    expect(kept(paragraph(text('a \u202bمصباح\u202c b\u202c')))).toEqual([
      paragraph(text('a \u2067مصباح\u2069 b')),
    ])
    expect(kept({ type: 'codeBlock', content: [text('a\u000bb\r\nc')] })).toMatchObject([
      { content: [text('a\nb\nc')] },
    ])
    expect(kept(paragraph(text(`a${'\u0301\u0323'.repeat(20)}`)))).toEqual([
      paragraph(text(`a${'\u0301\u0323'.repeat(15)}\u034f${'\u0301\u0323'.repeat(5)}`)),
    ])
    const bold = { type: 'bold' }
    expect(kept(paragraph(text('a\u000bb', bold)))).toEqual([
      paragraph(text('a', bold), { ...hardBreak, marks: [bold] }, text('b', bold)),
    ])
  })

  test('mends what stands beside the text, and keeps addresses as browsers understand them', () => {
    const link = (href: string) => ({ type: 'link', attrs: { href } })
    expect(kept(paragraph(text('x', link('https:\\\\127.0.0.1\\x\u200e'))))).toEqual([
      paragraph(text('x', link('https://127.0.0.1/x'))),
    ])
    expect(
      kept({
        type: 'blockquote',
        attrs: { cite: ' HTTPS://Example.ORG/\u0007路', source: 'Rea\u000bLee\u0002' },
        content: [paragraph(text('x'))],
      }),
    ).toMatchObject([{ attrs: { cite: 'https://example.org/%E8%B7%AF', source: 'Rea Lee' } }])
    expect(kept(paragraph(text('x'), { type: 'footnote', attrs: { text: 'one\ntwo\ud800' } }))).toMatchObject(
      [{ content: [{}, { attrs: { text: 'one two' } }] }],
    )
  })

  test('names of attributes that every object has are none', () => {
    for (const name of ['constructor', '__proto__', 'toString'])
      expect(
        checkDocument(
          JSON.parse(`{"type":"doc","content":[{"type":"heading","attrs":{"level":2,"${name}":"x"}}]}`),
        ).ok,
      ).toBe(true)
  })

  test('refuses what is too large, too deep or goes round in a circle', () => {
    expect(checkDocument(document(paragraph(text('x'.repeat(1_000_001)))))).toEqual({
      ok: false,
      refusal: 'document-too-large',
    })
    let deep: object = paragraph(text('x'))
    for (let level = 0; level < 100_000; level++) deep = { type: 'blockquote', content: [deep] }
    expect(checkDocument(document(deep)).ok).toBe(false)
    const circle: { type: string; content?: unknown[] } = { type: 'doc' }
    circle.content = [circle]
    expect(checkDocument(circle).ok).toBe(false)
  })

  test('accepts the empty document', () => expect(checkDocument(emptyDocument).ok).toBe(true))
})

test('nothing comes out that is not on the list, whatever went in', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      '</p><svg onload=x>',
      "' onclick='x",
      '<!--',
      ']]>',
      '&lt;',
    ),
  )
  const value = fc.oneof(
    hostile,
    fc.integer(),
    fc.constant(null),
    fc.array(hostile),
    fc.webUrl(),
    fc.object(),
  )
  const nodeNames = Object.keys(chapterSchema.nodes).filter((name) => name !== 'doc')
  const markNames = Object.keys(chapterSchema.marks)
  const { nodes } = fc.letrec((tie) => ({
    node: fc.record({
      type: fc.constantFrom(...nodeNames),
      text: hostile,
      attrs: fc.record({
        level: value,
        start: value,
        language: value,
        cite: value,
        type: value,
        source: value,
        hash: value,
        width: value,
        height: value,
        plain: value,
        alt: value,
        decorative: value,
        text: value,
        caption: value,
        colspan: value,
        rowspan: value,
        colwidth: value,
      }),
      marks: fc.array(
        fc.record({ type: fc.constantFrom(...markNames), attrs: fc.record({ href: value, reading: value }) }),
        { maxLength: 3 },
      ),
      content: fc.oneof(
        { maxDepth: 4, depthIdentifier: 'nodes' },
        fc.constant([]),
        fc.array(tie('node'), { maxLength: 3 }),
      ),
    }),
    nodes: fc.array(tie('node'), { maxLength: 4 }),
  }))
  const allowedTags = [
    '/?(?:p|h[234]|ul|li|strong|em|s|ruby|rp|rt|span|blockquote|ol|code)',
    ...['/(?:a|pre|sup|section|div)', '[hb]r', 'pre tabindex="0"'],
    'a(?: href="(?:https?:|mailto:)[^"<>]*")? rel="noopener"(?: dir="ltr")?',
    'blockquote cite="https?:[^"<>]*"',
    'ol(?: start="-?\\d+")?(?: type="[1aAiI]")?',
    'code class="language-[\\w+#-]+"',
    '/?(?:figure|picture|figcaption|table|caption|thead|tbody|tr|td|th)',
    ...['figure class="quote"', 'sup class="note"'],
    'source type="image/(?:avif|webp)" srcset="[\\w/., -]+" sizes="[^"<>]*"',
    'img src="/media/[\\w.-]+" srcset="[\\w/., -]+" sizes="[^"<>]*" width="\\d+" height="\\d+" alt="[^"<>]*"(?: loading="lazy")? decoding="async"',
    'a id="ref-\\d+" href="#note-\\d+" role="doc-noteref" aria-label="[^"<>]*"',
    'a href="#ref-\\d+" role="doc-backlink" aria-label="[^"<>]*"',
    ...['section class="footnotes" role="doc-endnotes" aria-label="Notes"', 'li id="note-\\d+"'],
    'div class="wide" role="group" aria-label="[^"<>]*" tabindex="0"',
    '(?:td|th scope="(?:col|row)")(?: colspan="\\d+")?(?: rowspan="\\d+")?',
  ]
  const allowed = new RegExp(`<(?:${allowedTags.join('|')})>`, 'g')

  // Checked documents, and also unchecked ones: the renderer is safe by itself.
  fc.assert(
    fc.property(nodes as fc.Arbitrary<object[]>, (content) => {
      const checked = checkDocument({ type: 'doc', content })
      const candidates = checked.ok ? [checked.value] : []
      try {
        candidates.push(chapterSchema.nodeFromJSON({ type: 'doc', content }))
      } catch {
        // Not even the shape of a document.
      }
      for (const candidate of candidates) {
        expect(renderDocument(candidate).html.replace(allowed, '')).not.toMatch(/[<>]/)
      }
    }),
    { numRuns: 400 },
  )

  // Well-formed documents whose text and links are hostile.
  fc.assert(
    fc.property(hostile, value, value, hostile, (words, href, reading, language) => {
      if (words === '') return
      const marks = [chapterSchema.mark('link', { href }), chapterSchema.mark('ruby', { reading })]
      const sound = { hash: 'a'.repeat(32), width: 9, height: 9, alt: words }
      const table = (caption: unknown) => {
        const cell = chapterSchema.node('tableHeader', { colspan: href }, [
          chapterSchema.node('paragraph', null, chapterSchema.text(words)),
        ])
        const row = chapterSchema.node('tableRow', null, [cell])
        return chapterSchema.node('table', { caption }, [row, row])
      }
      const doc = chapterSchema.node('doc', null, [
        chapterSchema.node('paragraph', null, chapterSchema.text(words, marks)),
        chapterSchema.node('blockquote', { cite: href }, chapterSchema.node('paragraph')),
        chapterSchema.node('codeBlock', { language }, chapterSchema.text(words)),
        chapterSchema.node('blockquote', { source: words }, chapterSchema.node('paragraph')),
        chapterSchema.node('figure', sound, chapterSchema.text(words, marks)),
        chapterSchema.node('figure', { ...sound, hash: href, alt: language }),
        chapterSchema.node('paragraph', null, [
          chapterSchema.node('footnote', { text: words }),
          chapterSchema.node('footnote', { text: href }),
        ]),
        table(words),
        table(href),
      ])
      expect(renderDocument(doc).html.replace(allowed, '')).not.toMatch(/[<>]/)
    }),
    { numRuns: 500 },
  )
})
