import type { Page } from 'playwright/test'
import { signIn } from '@/e2e/support/desk'
import { admin, expect, test } from '@/e2e/support/site'

// What comes with scripts, or after them, moves nothing that is there: a hand that is about to press meets what it saw.

interface Shift extends PerformanceEntry {
  value: number
  hadRecentInput: boolean
  sources: { node: Node | null }[]
}

/** Scripts arrive late, when the page has been seen for a while; answers what has moved from then on. */
async function whatMoves(page: Page, address: string) {
  let letGo = () => {}
  const seen = new Promise<void>((resolve) => (letGo = resolve))
  await page.route('**/*.js', async (route) => {
    await seen
    await route.continue()
  })
  await page.goto(address, { waitUntil: 'commit' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.evaluate(async () => {
    await document.fonts.ready
    const moved: string[] = []
    Object.assign(window, { moved })
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[])
        if (!hadRecentInput)
          moved.push(
            `${value.toFixed(4)} ${sources.map(({ node }) => node?.textContent?.slice(0, 40)).join(' | ')}`,
          )
    }).observe({ type: 'layout-shift' })
  })
  letGo()
  await page.waitForLoadState('load')
  // React has taken the page over, and has drawn what only scripts can know.
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('main')!).some((key) => key.startsWith('__react')),
  )
  await page.evaluate(
    () => new Promise((resolve) => requestIdleCallback(() => requestAnimationFrame(resolve))),
  )
  const moved = await page.evaluate(() => (window as unknown as { moved: string[] }).moved)
  await page.unroute('**/*.js')
  return moved.map((one) => `${address}: ${one}`)
}

for (const width of [390, 1280])
  test(`nothing moves when scripts arrive, ${width} wide`, async ({ browser, site }) => {
    const context = await browser.newContext({ viewport: { width, height: 800 } })
    const page = await context.newPage()
    const moved: string[] = []
    for (const path of ['/sign-in', '/sign-in/forgot'])
      moved.push(...(await whatMoves(page, site.url + path)))
    await signIn(page, site.url, admin)
    for (const path of [
      '',
      '/queue',
      '/queue/all',
      '/spam',
      '/chapters',
      '/settings',
      '/people',
      '/statistics',
      '/audit',
      '/account',
    ])
      moved.push(...(await whatMoves(page, `${site.url}/desk${path}`)))
    expect(moved).toEqual([])
  })
