import { escapeMarkup } from '@/lib/kernel/markup'

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
