import { expect, test } from 'vitest'
import { Document } from './document'
import { formOn, toDocument, withForm } from './to-document'

const page = [
  '<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>',
  '<link rel="stylesheet" href="/_next/static/a.css" data-precedence="next"/>',
  '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/b.js"/>',
  '<script src="/_next/static/b.js" async=""></script>',
  '<script type="application/ld+json">{"@type":"Article"}</script></head>',
  '<body><div hidden=""><!--$--><!--/$--></div><!--&--><p>one<!-- --> two &lt;script&gt;alert(1)&lt;/script&gt;</p>',
  '<section id="respond"><form></form></section>',
  '<script>self.__next_f.push([1,"</p>"])</script></body></html>',
].join('')

test('a document is the page without the framework’s scripts, with ours', () => {
  expect(toDocument(page, '/assets/reader.js')).toBe(
    [
      '<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>',
      '<link rel="stylesheet" href="/_next/static/a.css"/>',
      '<script type="application/ld+json">{"@type":"Article"}</script>',
      '<script type="module" src="/assets/reader.js"></script></head>',
      '<body><p>one two &lt;script&gt;alert(1)&lt;/script&gt;</p>',
      '<section id="respond"><form></form></section></body></html>',
    ].join(''),
  )
})

test('the form’s region is replaced, dollar signs and all', () => {
  const form = formOn(page, { chapterId: 'c', answerable: new Map() })
  const changed = withForm(
    new Document(200, page, undefined, 'once', form),
    '<section id="respond">$& $1 received</section>',
  )
  expect(changed).toContain('<section id="respond">$& $1 received</section>')
  expect(changed).not.toContain('<form>')
})

test('a page without a form gets it at the end of its main part', () => {
  expect(withForm(new Document(404, '<main><p>none</p></main>'), '$&')).toBe('<main><p>none</p>$&</main>')
  expect(withForm(new Document(404, '<p>none</p>'), 'x')).toBe('<p>none</p>')
})
