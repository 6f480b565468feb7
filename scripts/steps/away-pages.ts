import path from 'node:path'
import { direction, locales, type Locale } from '@/lib/i18n/locales'
import { words } from '@/lib/i18n/words'
import { xmlElement as element } from '@/lib/syndication/xml'

/** What nginx says while the site is away, which it must have as files: by their paths. */
export const awayPages = (): Record<string, string> =>
  Object.fromEntries(
    locales.map((locale) => [path.join('deploy', 'away', `${locale}.html`), awayPage(locale)]),
  )

const style = [
  ':root { color-scheme: light dark; font: 1.1rem/1.7 Georgia, serif }',
  'body { max-width: 34rem; margin: 15vh auto; padding: 0 1.25rem }',
].join('\n')

function awayPage(locale: Locale) {
  const { name, away, awayText, awayUnsent } = words(locale).site
  const lines = [
    element('meta', { charset: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width' }),
    element('meta', { name: 'robots', content: 'noindex' }),
    element('title', {}, `${away} · ${name}`),
    element('style', {}, style),
    element('h1', {}, away),
    element('p', {}, awayText),
    element('p', {}, awayUnsent),
  ]
  const all = lines.map(({ text }) => text.replace(/\/>$/, '>')).join('\n')
  return `<!doctype html>\n<html lang="${locale}" dir="${direction(locale)}">\n${all}\n</html>\n`
}
