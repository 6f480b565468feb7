import { expect, test } from 'vitest'
import { withOwnBody, withPageBody } from './page-shell'

const script = '<script type="module" src="/assets/reader.js"></script>'
const page = [
  '<html><head><meta charSet="utf-8"/><title>The other</title><meta name="robots" content="all"/>',
  `<meta name="description" content="kept"/>${script}</head>`,
  '<body class="page">\n<main>Its own</main>\n</body></html>',
].join('')

test('a page of our own has the frame of another, with all of the body its own', () =>
  expect(withPageBody(page, { body: '<p>$& $1 ours</p>' })).toBe(
    page.replace('\n<main>Its own</main>\n', () => '<p>$& $1 ours</p>'),
  ))

test('and, where it says so, of what the head says about it', () =>
  expect(withPageBody(page, { head: '<title>$& Ours</title>', body: '' })).toBe(
    page
      .replace('<title>The other</title><meta name="robots" content="all"/>', () => '<title>$& Ours</title>')
      .replace('\n<main>Its own</main>\n', ''),
  ))

test('a head without a word for robots gets one too', () =>
  expect(
    withPageBody('<title>a\nb</title><meta name="x"/><body></body>', { head: '<title>c</title>', body: 'd' }),
  ).toBe('<title>c</title><meta name="x"/><body>d</body>'))

test('a page of one person is titled so, is in no index, and has no script of reading pages', () => {
  const own = withOwnBody(page, { title: 'Me & <you>', body: '<p>Mine</p>' })
  expect(own).toBe(
    page
      .replace(
        '<title>The other</title><meta name="robots" content="all"/>',
        '<title>Me &amp; &lt;you&gt;</title><meta name="robots" content="noindex, nofollow"/>',
      )
      .replace('\n<main>Its own</main>\n', '<p>Mine</p>')
      .replace(script, ''),
  )
})
