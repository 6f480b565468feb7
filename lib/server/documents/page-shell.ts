import { escapeMarkup } from '@/lib/kernel/markup'

/**
 * A page of our own with the frame of another of its language: all of its body is its own and, unless `head` is left
 * out, what its head says about it.
 */
export function withPageBody(page: string, { head, body }: { head?: string; body: string }): string {
  return page
    .replace(/(<body\b[^>]*>)[\s\S]*<\/body>/, (_whole, open: string) => `${open}${body}</body>`)
    .replace(/<title>[\s\S]*?<\/title>(<meta name="robots"[^>]*>)?/, (whole) => head ?? whole)
}

/**
 * A page that is one person's alone, or says that there is none for now: titled so, for no index, without the script of
 * reading pages.
 */
export const withOwnBody = (page: string, { title, body }: { title: string; body: string }): string =>
  withPageBody(page, {
    head: `<title>${escapeMarkup(title)}</title><meta name="robots" content="noindex, nofollow"/>`,
    body,
  }).replace(/<script type="module"[^>]*><\/script>/, '')
