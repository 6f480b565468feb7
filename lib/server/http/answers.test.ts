import { inject } from 'light-my-request'
import { expect, test } from 'vitest'
import { plain, redirect, setCommonHeaders, unavailable } from './answers'

type Where = Parameters<typeof plain>[0]
const answered = async (answer: (where: Where) => void) => {
  const site = { headers: { common: { 'x-common': 'yes' } } } as unknown as Where['site']
  const { statusCode, headers, payload } = await inject((_, response) => answer({ site, response }), '/')
  const { date: _date, connection: _connection, ...ours } = headers
  return { statusCode, headers: ours, payload }
}
const text = {
  'x-common': 'yes',
  'content-type': 'text/plain; charset=utf-8',
  'cache-control': 'no-store',
}

test('a sentence is counted in bytes, and may say more of itself', async () =>
  expect(await answered((where) => plain(where, 404, 'Nothing – here', { 'x-more': '1' }))).toEqual({
    statusCode: 404,
    headers: { ...text, 'content-length': '17', 'x-more': '1' },
    payload: 'Nothing – here\n',
  }))

test('who cannot be answered just now is told when to come again', async () =>
  expect(await answered(unavailable)).toMatchObject({
    statusCode: 503,
    headers: { ...text, 'retry-after': '5' },
    payload: expect.stringMatching(/^The site cannot answer just now\. .+\n$/) as string,
  }))

test('a redirect says where to, and nothing else', async () =>
  expect(await answered((where) => redirect(where, 308, '/en'))).toEqual({
    statusCode: 308,
    headers: { 'x-common': 'yes', location: '/en', 'cache-control': 'no-cache', 'content-length': '0' },
    payload: '',
  }))

test('an answer whose head somebody else writes has the common headers', async () =>
  expect(
    await answered((where) => {
      setCommonHeaders(where)
      where.response.end('theirs')
    }),
  ).toMatchObject({ statusCode: 200, headers: { 'x-common': 'yes' }, payload: 'theirs' }))
