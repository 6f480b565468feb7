import { describe, expect, test } from 'vitest'
import { MailKind } from '@/lib/db/generated/enums'
import { isolated } from '@/lib/i18n/isolated'
import { locales } from '@/lib/i18n/locales'
import { readEntities, templateNames } from '@/lib/kernel/testing/template-names'
import { digestFor, renderEmail } from './templates'
import type { WaitingMail } from './queries'

const id = '019c1d2e-0000-7000-8000-000000000001'
const follow = { commentId: id, askedAt: new Date(), confirmedAt: new Date(), stoppedAt: null, daily: false }
const place = { siteUrl: 'https://blog.example', secret: 'a secret that only tests know, 32+', waiting: 2 }

const mailOf = (kind: MailKind, locale: string, name: string): WaitingMail => ({
  id,
  recipient: 'rea@example.org',
  kind,
  locale,
  sentAt: null,
  droppedFor: null,
  comment: {
    id,
    status: 'pending',
    name,
    email: 'ines@example.org',
    url: null,
    text: name,
    follow,
    decisions: [],
    trace: { ip: '192.0.2.7' },
    parent: { id, name, email: 'rea@example.org', status: 'approved', follow },
    edition: { locale, slug: 'fog', publication: { revision: { title: name } } },
  },
})

const inSubject: MailKind[] = ['approved', 'reply', 'moderate', 'changed']

describe.each(templateNames)('%j', (name) => {
  test.each(locales)('stands in each mail as it was written: %s', (locale) => {
    const own = isolated(locale, name)
    for (const kind of Object.values(MailKind)) {
      const { subject, text, html } = renderEmail(mailOf(kind, locale, name), place)
      if (inSubject.includes(kind)) expect(subject, kind).toContain(own)
      expect(text, kind).toContain(own)
      expect(readEntities(html), kind).toContain(own)
      expect(html, kind).not.toMatch(/<u>|<\/title> &|<0>|<%/)
    }
  })

  test('and in the replies of a day', () => {
    const { text, html } = digestFor(id, [mailOf('reply', 'en', name)], place)
    expect(text.split(name)).toHaveLength(4)
    expect(readEntities(html).split(name)).toHaveLength(4)
  })
})
