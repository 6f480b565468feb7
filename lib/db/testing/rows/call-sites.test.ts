import { expect, test } from 'vitest'
import { callSites, ownPlaces } from './call-sites'

const shipped = '    at found (/site/lib/people/queries.ts:19:37)'

test.each<[stack: string[], places: string[]]>([
  [[shipped], ['lib/people/queries.ts:19:37']],
  [['    at /site/lib/people/queries.ts:19:37'], ['lib/people/queries.ts:19:37']],
  [['    at async /site/lib/people/queries.ts:19:37'], ['lib/people/queries.ts:19:37']],
  [['    at /site/app/(desk)/page.tsx:2:3'], ['app/(desk)/page.tsx:2:3']],
  [['    at async Promise.all (index 0)', shipped], []],
  [['    at async found (file:///site/lib/people/queries.ts:19:37)'], ['lib/people/queries.ts:19:37']],
  [
    [shipped, '    at a (/site/app/(desk)/page.tsx:2:3)', '    at b (/site/lib/a.test.ts:4:5)', shipped],
    ['lib/people/queries.ts:19:37', 'app/(desk)/page.tsx:2:3'],
  ],
  [[shipped, shipped, shipped, shipped], Array.from({ length: 3 }, () => 'lib/people/queries.ts:19:37')],
  [['    at query (/site/node_modules/pg/lib/client.js:1:2)', shipped], []],
  [['    at Proxy.query (/site/lib/db/testing/factories.ts:1:2)', shipped], []],
  [['    at query (/site/lib/db/generated/client.ts:1:2)', shipped], []],
  [['    at query (/elsewhere/lib/people/queries.ts:1:2)'], []],
  [['    at new Promise (<anonymous>)'], []],
  [[], []],
])('%j', (frames, places) => expect(ownPlaces(['Error', ...frames].join('\n'), '/site')).toEqual(places))

test('a test is nobody who ships', () => {
  const called = (): string[] => callSites(called)
  expect(called()).toEqual([])
})
