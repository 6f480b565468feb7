import { isLocale, type Locale } from '@/lib/i18n/locales'

/** The address of a request. The routes (`routes/`) decide what stands there. */
export interface Address {
  /** As it was written, without its query. */
  rawPath: string
  rawQuery: string
  /** Made canonical, so that one page has one key however it is written. */
  path: string
  /** The path's parts as text. */
  segments: readonly string[]
  /** The language that the path begins with. */
  locale: Locale | undefined
  query: URLSearchParams
}

/**
 * A request may name the whole address (RFC 9112, 3.2.2); whose it is, is our proxy's business. What stands behind us
 * would take the name for ours.
 */
export function originForm(url: string): string {
  const local = url.replace(/^https?:\/\/[^/?#]*(?=[/?#]|$)/i, '')
  return local === url || local.startsWith('/') ? local : `/${local}`
}

/** Reads an address; undefined where it cannot be read. */
export function readAddress(url: string): Address | undefined {
  const local = originForm(url)
  if (!local.startsWith('/') || local.length > 4_096) return undefined
  const [rawPath = '/', rawQuery = ''] = local.split('#')[0]!.split(/\?(.*)/s)
  const segments = decoded(rawPath)
  if (!segments) return undefined
  const [first] = segments
  return {
    rawPath,
    rawQuery,
    path: `/${segments.map(encodeURIComponent).join('/')}`,
    segments,
    locale: isLocale(first) ? first : undefined,
    query: new URLSearchParams(rawQuery),
  }
}

const barePercent = /%(?![\da-f]{2})/gi

/** A path without the line breaks and tabs that were copied behind it. (A blank may be a part of what is meant.) */
export function withoutBreaksBehind(rawPath: string) {
  let end = rawPath.length
  while (/^%0[9ad]$/i.test(rawPath.slice(Math.max(0, end - 3), end))) end -= 3
  return rawPath.slice(0, end)
}

/** The path's segments as text; undefined where they are not text (bad escapes, control characters, dots). */
function decoded(rawPath: string): string[] | undefined {
  try {
    const written = withoutBreaksBehind(rawPath).split('/').filter(Boolean)
    // `100% fog`: browsers send a percent sign that somebody typed as it is. Next could not read it at the desk.
    const isPage = isLocale(written[0]?.toLowerCase())
    const segments = written.map((segment) =>
      decodeURIComponent(isPage ? segment.replace(barePercent, '%25') : segment),
    )
    const fine = segments.every(
      (segment) => !/[\p{Cc}\\/]/u.test(segment) && segment !== '.' && segment !== '..',
    )
    return fine ? segments : undefined
  } catch {
    return undefined
  }
}
