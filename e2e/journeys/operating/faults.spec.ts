import { expect, openSite, testWithSite } from '@/e2e/support/site'

const test = testWithSite(() => openSite({ LOG_LEVEL: 'error' }))

const stacksOf = (said: string) =>
  said
    .split('\n')
    .filter((line) => line.startsWith('{') && line.includes('"a page failed"'))
    .map((line) => JSON.parse(line) as { route: string; err: { stack: string } })

test('a fault of a page is told in places of the sources, without its token', async ({ site }) => {
  await site.query('alter table setup_link rename to setup_link_away')
  const token = 's'.repeat(43)
  expect((await fetch(`${site.url}/welcome/${token}`)).status).toBe(500)
  const inSource = /\n {4}at .*\(lib\/people\/[\/\w-]+\.ts:\d+:\d+\)/
  await expect
    .poll(() => stacksOf(site.server.said()))
    .toEqual([
      expect.objectContaining({
        route: '/welcome/[token]',
        err: expect.objectContaining({ stack: expect.stringMatching(inSource) }),
      }),
    ])
  expect(site.server.said()).not.toContain(token)
})
