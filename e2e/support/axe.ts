import type { Page } from 'playwright/test'
import axeCore from 'axe-core'

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
// In the dark nothing is different but the colours.
const ofColours = ['color-contrast', 'link-in-text-block']

/**
 * What axe finds on the page (or in the part that a selector names) as it stands, with the rules that are named or all
 * of WCAG 2.2 AA and good practice. It is asked in the page itself: axe's own builder for Playwright opens another
 * page for each question, to ask in frames of other sites, and takes nine times as long. There are no such frames here.
 */
export async function findings(page: Page, { rules, within }: { rules?: string[]; within?: string } = {}) {
  await page.waitForLoadState() // of a page whose address is there, half may still be on its way
  await settled(page)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source)
  return page.evaluate(
    async ({ runOnly, within }) => {
      const { axe } = window as unknown as { axe: typeof axeCore }
      // What has been scrolled under a header that stays is no smaller for it.
      window.scrollTo(0, 0)
      const { violations } = await axe.run(within ?? document, { runOnly, resultTypes: ['violations'] })
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
      )
    },
    { runOnly: rules ?? levels, within },
  )
}

/** The same in light and in dark. */
export async function findingsInBoth(page: Page, within?: string) {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const rules = colorScheme === 'dark' ? ofColours : undefined
    found.push(...(await findings(page, { rules, within })).map((finding) => `${colorScheme} ${finding}`))
  }
  return found
}

/** The same at widths from that of a small phone on, and that nothing makes the page wider than its window. */
export async function findingsAtWidths(page: Page, widths: readonly number[]) {
  const found: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    found.push(...(await findingsInBoth(page)).map((finding) => `at ${width} in ${finding}`))
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    if (wide > width) found.push(`at ${width} it is ${wide} wide`)
  }
  return found
}

/** Ends all changes of colour that are under way: a rule about contrast would judge a colour between two others. */
const settled = (page: Page) =>
  page.evaluate(() => {
    document.body.getBoundingClientRect() // new styles begin their transitions now
    for (const animation of document.getAnimations())
      if (animation instanceof CSSTransition) animation.finish()
  })
