import { expect, test } from 'vitest'
import { locales } from '@/lib/i18n/locales'
import { mailWords } from '@/lib/i18n/mail-words'
import { resetEmail } from './reset-mail'

const due = { id: 'an id', name: '<b>Rea</b>', email: 'rea@example.org', token: 'the-token' }

test.each(locales)('in %s it says by which link, to whom, and what if nobody asked', (locale) => {
  const mail = resetEmail(due, 'https://blog.example', locale)
  const here = mailWords(locale)
  expect(mail).toMatchObject({
    id: 'an id',
    to: 'rea@example.org',
    subject: `[Chapterhouse] ${here.resetSubject}`,
  })
  for (const body of [mail.text, mail.html]) {
    expect(body).toContain('https://blog.example/welcome/the-token')
    expect(body).toContain(here.resetLate)
    expect(body).toContain('Chapterhouse')
    // What anybody has typed is not in it.
    expect(body).not.toContain('Rea')
  }
  expect(mail.text).toContain(here.hello)
  expect(mail.text).toContain(here.resetNot)
})
