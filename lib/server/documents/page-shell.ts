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
 * A page of our own in the dress of another: its head without what speaks of that other page, its masthead and
 * foot, and a new middle. Used where Next is not asked, because the page is one person's alone.
 */
export function inShell(page: string, { title, main }: { title: string; main: string }): string {
  const kept = [
    ...page.matchAll(
      /<meta (?=[^>]*(?:charSet|charset|name="viewport"|name="color-scheme"))[^>]*>|<link\b[^>]*>/g,
    ),
  ]
    .map(([tag]) => tag)
    .filter((tag) => tag.startsWith('<meta') || /\brel="(stylesheet|icon|preload)"/.test(tag))
  const head = `<head>${kept.join('')}<title>${escapeMarkup(title)}</title><meta name="robots" content="noindex, nofollow"/></head>`
  return page
    .replace(/<head>[\s\S]*?<\/head>/, () => head)
    .replace(/<nav class="languages"[\s\S]*?<\/nav>/, '')
    .replace(/(<main\b[^>]*>)[\s\S]*?<\/main>/, (_whole, open: string) => `${open}${main}</main>`)
}
