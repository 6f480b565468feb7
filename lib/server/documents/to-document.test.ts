import { expect, test } from 'vitest'
import { Document } from './document'
import { formOn, toDocument, withForm, withLanguageChosen } from './to-document'

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

test('scripts and their preloads go, however they are written', () => {
  const written = [
    '<link as="script" href="/a.js"/><link rel="modulepreload" href="/b.js"/><link href="/b.js" rel="modulepreload"/>',
    '<script>\nlet x\n</script><script id="ld" type="application/ld+json">{"a":\n1}</script>',
    '<script data-x="application/ld+json">x</script><!--\n1\n--><link rel="icon" href="/c"/>',
    '<link rel="stylesheet" data-precedence="" href="/d.css"/><link data-precedence="x" rel="stylesheet"/>',
  ].join('')
  expect(toDocument(written, 'x')).toBe(
    [
      '<script id="ld" type="application/ld+json">{"a":\n1}</script>',
      '<link rel="icon" href="/c"/><link rel="stylesheet" href="/d.css"/><link rel="stylesheet"/>',
    ].join(''),
  )
})

test('the place of our own script is taken as it is written', () =>
  expect(toDocument('<head></head>', '/$&.js')).toBe(
    '<head><script type="module" src="/$&.js"></script></head>',
  ))

test.each([
  ['<p>none</p>', undefined],
  ['<section></section>', undefined],
  ['<section id="respond"><form>', undefined],
  ['</section><section id="respond">', undefined],
  ['<section id="respond"></section>', [0, 32]],
  ['<section></section><section id="respond" class="x">a</section><section></section>', [19, 62]],
])('the place of a form: %s, %j', (html, place) => {
  const facts = { chapterId: 'c', answerable: new Map([['a', 'Rea']]) }
  expect(formOn(html, facts)).toEqual(place && { ...facts, place })
})

test('a form takes its place and no more', () => {
  const html = 'before<section id="respond">blank</section>after'
  const document = new Document(
    200,
    html,
    undefined,
    'kept',
    formOn(html, { chapterId: 'c', answerable: new Map() }),
  )
  expect(withForm(document, 'FORM')).toBe('beforeFORMafter')
})

const radio = (name: string, more = '') =>
  `<input type="radio" id="comments-in-${name}" name="comments-in"${more}/>`

test('the language that is chosen among comments is checked, and that of all is not', () => {
  const page = (all: string, ja: string) => `<p>${radio('all', all)} ${radio('en')} ${ja}</p>`
  const chosen = page('', radio('ja').replace('<input', '<input checked=""'))
  expect(withLanguageChosen(page(' checked=""', radio('ja')), 'ja')).toBe(chosen)
  expect(withLanguageChosen(page(' checked', radio('ja')), 'ja')).toBe(chosen)
  expect(withLanguageChosen(page(' checked="checked"', radio('ja')), 'ja')).toBe(chosen)
})

test.each([
  ['', ''],
  [radio('all'), ''],
  ['', radio('ja')],
  [radio('all'), '<input type="radio" data-id="comments-in-ja"/>'],
])('where there is no such choice there is nothing to choose, %#', (all, ja) =>
  expect(withLanguageChosen(`<p>${all}${ja}</p>`, 'ja')).toBeUndefined(),
)
