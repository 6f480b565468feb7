import type { Page } from '@playwright/test'

/** Until colours have stopped changing: a rule about contrast would judge a colour on its way to another. */
export const settled = (page: Page) =>
  page.evaluate(async () => {
    const moving = document.getAnimations().filter((animation) => animation instanceof CSSTransition)
    await Promise.allSettled(moving.map(({ finished }) => finished))
  })
