import type { SpamSubmission } from '../port'

export const aSpamSubmission = (fields: Partial<SpamSubmission> = {}): SpamSubmission => ({
  ip: '192.0.2.7',
  userAgent: 'Mozilla/5.0 (test)',
  referrer: 'http://localhost:3000/ja',
  name: 'Rea',
  email: 'rea@example.org',
  text: '読みました。 Thanks & more!',
  locale: 'ja',
  sentAt: new Date('2026-11-23T10:00:00Z'),
  kind: 'comment',
  permalink: 'http://localhost:3000/ja/chapters/one',
  revisedAt: new Date('2026-11-01T00:00:00Z'),
  elapsedMs: 60_000,
  ...fields,
})
