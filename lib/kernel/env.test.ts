import { expect, test } from 'vitest'
import { BadSettings, readEnv } from './env'

const problemsOf = (source: Record<string, string>) => {
  try {
    readEnv(source)
    return []
  } catch (error) {
    return (error as BadSettings).problems
  }
}

test('without any setting the defaults hold', () => {
  expect(readEnv({})).toMatchObject({ PORT: 3000, DATA_DIR: '.data', TRUSTED_HOPS: 0, WORKER: 'inside' })
})

test('a blank setting is an unset one', () => {
  expect(readEnv({ PORT: '', SITE_URL: ' ', AKISMET_KEY: '' })).toMatchObject({
    PORT: 3000,
    SITE_URL: undefined,
  })
})

test.each([
  [{ PORT: 'http' }, /^PORT must be a whole number/],
  [{ PORT: '70000' }, /^PORT/],
  [{ SITE_URL: 'example.org' }, /^SITE_URL must be an address/],
  [{ SITE_URL: 'https://example.org/blog' }, /^SITE_URL/],
  [{ SITE_URL: 'https://u:p@example.org' }, /^SITE_URL must be an address .* no password$/],
  [{ MAIL_FROM: 'x' }, /^MAIL_FROM must be an e-mail address/],
  [{ MAIL_FROM: 'House <x>' }, /^MAIL_FROM must be/],
  [{ SMTP_URL: 'smtp://localhost:25', MAIL_FROM: 'not an address' }, /^MAIL_FROM must be/],
  [{ MAIL_FROM: 'a\r\nBcc: b <c@example.org>' }, /^MAIL_FROM must be/],
  [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL/],
  [{ SECRET: 'short' }, /^SECRET must be at least 32/],
  [{ TRUSTED_HOPS: '-1' }, /^TRUSTED_HOPS/],
  [{ AKISMET_KEY: 'a b' }, /^AKISMET_KEY/],
  [{ SMTP_URL: 'http://x', MAIL_FROM: 'a@example.org' }, /^SMTP_URL/],
  [{ SMTP_URL: 'smtp://localhost:25' }, /^MAIL_FROM must be set/],
  [{ ADMIN_EMAIL: 'ada@example.org' }, /^ADMIN_EMAIL and ADMIN_PASSWORD/],
  [{ ADMIN_EMAIL: 'ada', ADMIN_PASSWORD: 'long enough to use' }, /^ADMIN_EMAIL must be an e-mail/],
  // An address that nobody could sign in with.
  [{ ADMIN_EMAIL: 'ada@example-.org', ADMIN_PASSWORD: 'long enough to use' }, /^ADMIN_EMAIL must be/],
  [
    { ADMIN_EMAIL: `${'a'.repeat(250)}@example.org`, ADMIN_PASSWORD: 'long enough to use' },
    /^ADMIN_EMAIL must be an e-mail address of at most 254 characters$/,
  ],
  [
    { ADMIN_EMAIL: 'ada@example.org', ADMIN_PASSWORD: '灯'.repeat(86) },
    /^ADMIN_PASSWORD must be at most 256 bytes/,
  ],
  [{ ADMIN_EMAIL: 'ada@example.org', ADMIN_PASSWORD: 'long enough\tto use' }, /^ADMIN_PASSWORD must not/],
  [{ WORKER: 'no' }, /^WORKER must be inside or apart/],
  [{ DESK: 'no' }, /^DESK must be inside or apart/],
  [{ WEB_PROCESSES: '0' }, /^WEB_PROCESSES must be a whole number from 1 to 64/],
])('%j is explained', (source, sentence) => {
  expect(problemsOf(source as Record<string, string>)).toEqual([expect.stringMatching(sentence)])
})

test.each(['no-reply@example.org', 'House <no-reply@example.org>', 'root@localhost'])(
  'mails may come from %s',
  (sender) => expect(readEnv({ MAIL_FROM: sender }).MAIL_FROM).toBe(sender),
)

test('every bad setting is told at once, and no value is repeated', () => {
  const problems = problemsOf({ PORT: 'x', SECRET: 'hunter2' })
  expect(problems).toHaveLength(2)
  expect(problems.join()).not.toContain('hunter2')
})

test.each(['Ada@Example.org', ' ada@example.org\n', '<ada@example.org>', 'ada＠example.org'])(
  'the first admin is %j as it is typed at the sign-in',
  (typed) =>
    expect(readEnv({ ADMIN_EMAIL: typed, ADMIN_PASSWORD: 'long enough to use' }).ADMIN_EMAIL).toBe(
      'ada@example.org',
    ),
)

test.each(['SITE_URL', 'AKISMET_URL', 'INDEXNOW_URL', 'WEBSUB_HUB'] as const)(
  '%s is used as it was checked',
  (name) => {
    const end = name === 'SITE_URL' ? '' : '/'
    for (const [typed, used] of [
      ['https:\\\\127.0.0.1\\', 'https://127.0.0.1'],
      ['HTTPS://Example.ORG', 'https://example.org'],
      ['https://exam\tple.org\n', undefined],
      ['\u202ehttps://exa\u200bmple.org\ufeff/', 'https://example.org'],
      ['https://münchen.example', 'https://xn--mnchen-3ya.example'],
      ['http://localhost:3000/', 'http://localhost:3000'],
      ['https://u:p@example.org', undefined],
      ['//example.org', undefined],
      ['javascript:alert(1)', undefined],
      [`https://example.org/${'a'.repeat(2_000)}`, undefined],
    ] as const) {
      if (used) expect(readEnv({ [name]: typed })[name], typed).toBe(used + end)
      else expect(problemsOf({ [name]: typed }), typed).toEqual([expect.stringContaining(`${name} must be`)])
    }
  },
)
