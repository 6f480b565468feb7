import type { Page } from '@playwright/test'

/** Ends all changes of colour that are under way: a rule about contrast would judge a colour between two others. */
export const settled = (page: Page) =>
  page.evaluate(() => {
    document.body.getBoundingClientRect() // new styles begin their transitions now
    for (const animation of document.getAnimations())
      if (animation instanceof CSSTransition) animation.finish()
  })
