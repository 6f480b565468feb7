import { expect, test, vi } from 'vitest'
import { DocumentCache } from './document-cache'
import type { RenderedPage } from './rendered-page'

const waiter = { address: '192.0.2.1', rank: 'known' } as const

function aCache(render: () => Promise<RenderedPage>) {
  const cache = new DocumentCache({ readerScript: '/assets/reader.js', render })
  cache.keep = 'heard'
  return cache
}
const made = async (page: RenderedPage) => aCache(() => Promise.resolve(page)).get('/en', waiter)

test('a feed is given as it was made, and a page without what the framework wrote into it', async () => {
  const html = '<head></head><!-- for the framework --><p>Here</p>'
  const feed = await made({ status: 200, html, type: 'application/atom+xml; charset=utf-8' })
  expect([feed.type, feed.html]).toEqual(['application/atom+xml; charset=utf-8', html])
  expect((await made({ status: 200, html })).html).toBe(
    '<head><script type="module" src="/assets/reader.js"></script></head><p>Here</p>',
  )
})

test('a page knows its form, and where it stands', async () => {
  const form = '<section id="respond"><form></form></section>'
  const facts = { chapterId: 'a chapter', answerable: new Map<string, string>() }
  const page = await made({ status: 200, html: `<main>${form}</main>`, form: facts })
  expect(page.html.slice(...page.form!.place)).toBe(form)
  expect((await made({ status: 200, html: `<main>${form}</main>` })).form).toBeUndefined()
})

test('a page that was being made while something on it changed is nobody’s to keep', async () => {
  const { promise, resolve } = Promise.withResolvers<RenderedPage>()
  const render = vi.fn(() => promise)
  const cache = aCache(render)
  const asked = cache.get('/en', waiter)
  await vi.waitFor(() => expect(render).toHaveBeenCalled())
  cache.changed(['chapter:one'])
  resolve({ status: 200, html: '<p>Before</p>', tags: new Set(['chapter:one']) })
  expect(cache.isOutdated(await asked)).toBe(true)
  expect(cache.inMemory('/en')).toBeUndefined()
})
