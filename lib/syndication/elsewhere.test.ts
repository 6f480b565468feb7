import { expect, test } from 'vitest'
import { elsewhere } from './elsewhere'

test('addresses are whole ones wherever a chapter is read', () => {
  const page = 'https://example.org/ar/chapters/%D9%81'
  const html =
    '<p>Say href="/x".<sup class="note"><a id="ref-1" href="#note-1">1</a></sup> <a href="https://example.net/a#b">b</a></p>'.replace(
      'href="/x"',
      'href=&quot;/x&quot;',
    ) +
    '<img src="/media/a-9.jpg" srcset="/media/a-4.jpg 4w, /media/a-9.jpg 9w" alt="a, /b" loading="lazy"><ol><li id="note-1">n</li></ol>'
  expect(elsewhere(html, page)).toBe(
    `<p>Say href=&quot;/x&quot;.<sup class="note"><a href="${page}#note-1">1</a></sup> <a href="https://example.net/a#b">b</a></p>` +
      '<img src="https://example.org/media/a-9.jpg" srcset="https://example.org/media/a-4.jpg 4w, https://example.org/media/a-9.jpg 9w" alt="a, /b"><ol><li>n</li></ol>',
  )
})

test('a picture with transparent parts brings light paper along, and no other does', () => {
  const page = 'https://example.org/en/chapters/a'
  expect(
    elsewhere('<img src="/media/a-9.png" alt=".png"> <img src="/media/b-9.jpg" alt="a.png">', page),
  ).toBe(
    '<img style="background-color:#fff" src="https://example.org/media/a-9.png" alt=".png"> <img src="https://example.org/media/b-9.jpg" alt="a.png">',
  )
})
