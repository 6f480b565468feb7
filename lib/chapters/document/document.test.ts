import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDocument } from './check-document'
import { renderDocument } from './render-document'
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
      '<pre><code class="language-c++">&lt;b&gt;</code></pre>',
    )
    expect(html(paragraph(text('a'), { type: 'hardBreak' }, text('b')))).toBe('<p>a<br>b</p>')
    expect(html(paragraph(text('漢字', { type: 'ruby', attrs: { reading: 'かんじ' } })))).toBe(
      '<p><ruby><span>漢字</span><rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby></p>',
    )
  })

  test('marks nest and stay open over neighbours', () => {
    const [bold, italic] = [{ type: 'bold' }, { type: 'italic' }]
    const out = html(paragraph(text('a', bold), text('b', bold, italic), text('c', italic), text('d')))
    expect(out).toBe('<p><strong>a<em>b</em></strong><em>c</em>d</p>')
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
      document(paragraph(text('nul \u0000'))),
      document(paragraph(text('x', { type: 'link', attrs: { href: 'https://example.org/\u0000' } }))),
      document(paragraph(text('lone \ud800'))),
    ]
    for (const value of [...foreign, ...broken])
      expect(checkDocument(value)).toEqual({ ok: false, refusal: 'document-broken' })
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

test('nothing comes out that is not on the list, whatever went in', { timeout: 20_000 }, () => {
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
      attrs: fc.record({ level: value, start: value, language: value, cite: value, type: value }),
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
  const allowed =
    /<(?:\/?(?:p|h[234]|ul|li|pre|strong|em|s|ruby|rp|rt|span|blockquote|ol|code|a)|[hb]r|a(?: href="(?:https?:|mailto:)[^"<>]*")? rel="noopener"|blockquote cite="https?:[^"<>]*"|ol(?: start="-?\d+")?(?: type="[1aAiI]")?|code class="language-[\w+#-]+")>/g

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
      const doc = chapterSchema.node('doc', null, [
        chapterSchema.node('paragraph', null, chapterSchema.text(words, marks)),
        chapterSchema.node('blockquote', { cite: href }, chapterSchema.node('paragraph')),
        chapterSchema.node('codeBlock', { language }, chapterSchema.text(words)),
      ])
      expect(renderDocument(doc).html.replace(allowed, '')).not.toMatch(/[<>]/)
    }),
    { numRuns: 500 },
  )
})
