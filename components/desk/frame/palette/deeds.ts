/** What can be done with the comment that is before somebody's eyes. */
export interface Deed {
  name: string
  /** The letter that does the same. */
  key: string
  run: () => void
}

/** The buttons of the comment that has the focus, or is the current one of a list, or stands alone. */
export function deedsHere(): Deed[] {
  const article =
    document.activeElement?.closest<HTMLElement>('article[data-comment]') ??
    document.querySelector<HTMLElement>('article[aria-current]') ??
    alone(document.querySelectorAll<HTMLElement>('article[data-comment]'))
  const buttons = [...(article?.querySelectorAll<HTMLElement>('button[data-key], a[data-key]') ?? [])]
  return buttons.map((button) => ({
    name: button.textContent.trim(),
    key: button.dataset.key!.split(' ')[0]!.toUpperCase(),
    run() {
      article?.focus()
      button.click()
    },
  }))
}

const alone = (articles: NodeListOf<HTMLElement>) => (articles.length === 1 ? articles[0] : undefined)
