import { createElement, Fragment, type ReactNode } from 'react'
import { isolated } from '@/lib/i18n/isolated'
import type { Locale } from '@/lib/i18n/locales'
import { parts, type Part } from '@/lib/i18n/say'

export type RichValues = Record<string, Part<ReactNode>>

/** A message with markup in it: `rich('en', 'By {name}', { name: <bdi>…</bdi> })`. Plain text is set apart where it runs the other way. */
export function rich(locale: Locale, message: string, values: RichValues): ReactNode {
  const set = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? isolated(locale, value) : value,
  ])
  // As children of their own: a list would want a key for each.
  return createElement(
    Fragment,
    null,
    ...parts<ReactNode>(locale, message, Object.fromEntries(set) as RichValues),
  )
}
