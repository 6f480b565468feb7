import type { Page } from 'playwright/test'
import { signIn } from '@/e2e/support/desk'
import { admin, expect, testWithSite } from '@/e2e/support/site'
import { addWideWords, wide, widePaths } from '@/e2e/support/hostile/wide-words'

// A site of its own: what is written into it is in nobody else's way.
const test = testWithSite()

// Where there is least room; at other widths too, if asked for.
const widths = process.env.WHOLE_LAYOUT ? [320, 390, 1_280] : [320]

/** How much wider than the window a page is, and which words in it lie on others. */
const faults = (page: Page) =>
  page.evaluate(() => {
    const wider = document.documentElement.scrollWidth - innerWidth
    const boxes = [...document.querySelectorAll('.neighbours a')].map((way) => {
      const [label, ...rest] = [...way.children].map((child) => child.getBoundingClientRect())
      return rest.every(({ top }) => label!.bottom <= top + 1)
    })
    return { wider: Math.max(0, wider), labelsLieApart: boxes.every(Boolean) }
  })

test('no word, name or address makes a page wider than its window', async ({ page, site }) => {
  test.setTimeout(600_000)
  const { editionId, commentId } = await addWideWords(site)
  const look = async (path: string) => {
    await page.goto(site.url + path)
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 })
      expect(await faults(page), `${path} at ${width}`).toEqual({ wider: 0, labelsLieApart: true })
    }
  }
  for (const path of widePaths) await look(path)

  await signIn(page, site.url, admin)
  for (const path of [
    ...['', '/queue', '/queue?status=approved', `/queue/${commentId}`, '/spam', '/spam/words'],
    ...['/chapters', '/chapters/new', `/chapters/new?of=${editionId}`, `/chapters/${editionId}`],
    ...[`/chapters/${editionId}/preview`, `/chapters/${editionId}/rankings`, '/settings', '/people'],
  ])
    await look(`/desk${path}`)
})

test('a tag that runs against its line keeps its order, and print says an address once', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}/ar/tags`)
  // The plus signs of C++ stand on the right of the C, as they were written.
  const order = await page
    .locator('bdi', { hasText: /^C\+\+$/ })
    .first()
    .evaluate((name) => {
      const at = (from: number) => {
        const range = document.createRange()
        range.setStart(name.firstChild!, from)
        range.setEnd(name.firstChild!, from + 1)
        return range.getBoundingClientRect().left
      }
      return [at(0), at(1), at(2)]
    })
  expect(order).toEqual([...order].sort((one, other) => one - other))

  await page.goto(`${site.url}/ja/chapters/wide-1`)
  await page.emulateMedia({ media: 'print' })
  const repeated = await page
    .locator(`.body a[href="${wide.address}"]`)
    .evaluate((link) => getComputedStyle(link, '::after').content)
  expect(['none', 'normal']).toContain(repeated)
})
