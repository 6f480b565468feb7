import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { inLanguage } from '@/components/desk/testing/in-language'
import { Account } from './account'

const figures = { calls: 150, spam: 130, ham: 20, missedSpam: 4, falsePositives: 2 }

test('the figures say that they are of all sites with this key', () => {
  const account = {
    at: new Date(0),
    key: 'valid' as const,
    months: [{ month: '2026-01', ...figures }],
    usage: { limit: 1_000, calls: 150, percentage: 15, throttled: false },
  }
  const shown = renderToStaticMarkup(inLanguage('en', <Account locale="en" account={account} isAsked />))
  expect(shown).toContain('150 calls this month of 1,000 (15 %), of all sites with this key')
  expect(shown).toMatch(/<caption[^>]*>All sites with this key together</)
})
