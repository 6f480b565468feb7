import { readFileSync } from 'node:fs'
import type { ESLint } from 'eslint'
import { beforeAll, describe, expect, test } from 'vitest'
import { places, rooms } from './law.js'
import { lintOfMadeFiles } from './made-files'

let eslint: ESLint
beforeAll(() => void (eslint = lintOfMadeFiles()))

const complaints = async (filePath: string, code: string) =>
  (await eslint.lintText(code, { filePath })).flatMap(({ messages }) =>
    messages
      .filter(({ ruleId }) => ruleId === 'house/imports' || ruleId === 'no-restricted-syntax')
      .map(({ message }) => message),
  )

const using = (specifier: string) => `import { x } from '${specifier}'; x()`
const database = using('@/lib/db/client')
const adapter = using('@/lib/spam/akismet/akismet')
const markup = `export const X = () => <p dangerouslySetInnerHTML={{ __html: '' }} />`
const client = `'use client'\nexport const x = 1`
const rawSql = `export const x = (db: any) => db.$queryRawUnsafe('select 1')`

const deskFolders = ['components/desk', 'components/desk/queue', 'components/desk/new', 'components/ui']
const readersFolders = [
  ...['components/comments', 'components/chapters', 'components/chapters/new', 'components/site'],
  ...['app/(site)/[locale]', 'app/(site)/[locale]/chapters/[slug]'],
]
const deliveringFolders = [
  ...readersFolders,
  'app/(desk)/desk/queue',
  'app/(desk)',
  'app',
  'app/feeds',
  'app/new',
]
const abilities = rooms.flatMap((room) => [`lib/${room}`, `lib/${room}/new-ability`])

describe('refused', () => {
  test.each([...deliveringFolders, ...deskFolders])('the database in %s', async (folder) =>
    expect(await complaints(`${folder}/new.tsx`, database)).not.toEqual([]),
  )

  test.each(abilities.filter((folder) => !/lib\/(db|jobs|work)(\/|$)/.test(folder)))(
    'the database in a file of %s that is no query and no command',
    async (folder) => expect(await complaints(`${folder}/rules.ts`, database)).not.toEqual([]),
  )

  test.each([
    ...[...deliveringFolders, ...deskFolders],
    ...abilities.filter((folder) => !/lib\/(work|spam|mail|syndication)(\/|$)/.test(folder)),
  ])('an adapter in %s', async (folder) =>
    expect(await complaints(`${folder}/new.ts`, adapter)).not.toEqual([]),
  )

  test.each([...deliveringFolders, ...deskFolders, ...abilities])(
    'markup as it comes in %s',
    async (folder) => expect(await complaints(`${folder}/new.tsx`, markup)).not.toEqual([]),
  )

  test.each(readersFolders)('scripts of the framework in %s', async (folder) =>
    expect(await complaints(`${folder}/new.tsx`, client)).not.toEqual([]),
  )

  test.each([...deliveringFolders, ...deskFolders, 'lib/comments', 'lib/new-room', 'scripts', 'prisma'])(
    'SQL made of strings in %s',
    async (folder) => expect(await complaints(`${folder}/new.ts`, rawSql)).not.toEqual([]),
  )

  const spread = 'export const x = (a: number, b: number) => ({ ...{ a, b }, c: 1 })'
  const spreadConstants = 'export const x = (a: number, b: number) => ({ ...({ a, b } as const), c: 1 })'
  const spreadAttributes = `export const X = () => <p {...{ id: 'a', title: 'b' }} />`
  test.each(
    [
      ...deliveringFolders,
      ...deskFolders,
      ...abilities,
      'lib/db/testing',
      'scripts',
      'e2e',
      'prisma',
    ].flatMap((folder) => [spread, spreadConstants, spreadAttributes].map((code) => [folder, code])),
  )('a spread that only keeps properties on a line in %s: %s', async (folder, code) =>
    expect(await complaints(`${folder}/new.tsx`, code!)).not.toEqual([]),
  )

  // Each room, and a new ability in it, against every room that does not stand below it.
  const upward = rooms.flatMap((room) =>
    rooms
      .filter((other) => other !== room && !mayImport(`lib/${room}`, `lib/${other}`))
      .flatMap((other) => [
        [`lib/${room}/commands.ts`, `@/lib/${other}/rules`],
        [`lib/${room}/new-ability/commands.ts`, `@/lib/${other}/deep/in/it`],
      ]),
  )
  test.each(upward)('%s importing %s', async (file, specifier) =>
    expect(await complaints(file!, using(specifier!))).not.toEqual([]),
  )

  test.each([
    ['lib/kernel/new.ts', using('@/scripts/steps/run.mjs')],
    ['lib/kernel/new.ts', using('@/e2e/support/site')],
    ['lib/kernel/new.ts', using('@/server')],
    ['lib/site/new.ts', using('@/app/page')],
    ['lib/server/new.ts', `import type { X } from '@/components/comments/comment-form'; export type Y = X`],
    ['lib/comments/submit/new.ts', `export * from '@/lib/moderation/decisions/commands'`],
    ['lib/comments/submit/new.ts', `export { x } from '@/lib/moderation/decisions/commands'`],
    ['lib/comments/submit/new.ts', `export const x = () => import('@/lib/moderation/decisions/commands')`],
    ['lib/comments/submit/new.ts', `export type X = import('@/lib/moderation/queue/queries').Waiting`],
    ['lib/moderation/queue/new.ts', using('../../comments/rules')],
    ['lib/moderation/queue/new.ts', using('@/lib/moderation/decisions/schema')],
    ['lib/new-room/new.ts', using('@/lib/kernel/ids')],
    ['lib/new-room/commands.ts', database],
    ['lib/new-room/new.ts', using('@/components/ui/cn')],
    ['scripts/new.ts', using('@/app/direct-pages')],
    ['scripts/new.mjs', using('../app/direct-pages')],
    ['e2e/journeys/new.spec.ts', using('@/components/comments/comment-form')],
    ['server.ts', using('@/components/desk/frame/logo')],
    ['proxy.ts', database],
    ['instrumentation.ts', database],
    ['prisma/new.ts', using('@/lib/comments/submit/commands')],
    ['new-folder/new.ts', using('@/lib/kernel/ids')],
    ['lib/chapters/reading/queries.ts', using('next/cache')],
    ['lib/comments/submit/commands.ts', using('pg')],
    ['components/desk/queue/new.tsx', using('@/lib/moderation/decisions/commands')],
    ['components/desk/queue/new.tsx', using('@/lib/moderation/queue/queries')],
    ['app/(site)/[locale]/new.tsx', using('@/lib/chapters/reading/queries')],
    ['app/(site)/[locale]/new.tsx', using('@/components/desk/frame/logo')],
    ['components/chapters/new.tsx', using('@/components/desk/frame/logo')],
  ])('%s: %s', async (file, code) => expect(await complaints(file, code)).not.toEqual([]))
})

const kept = ['next/cache', 'next-auth/jwt', 'pg', '@prisma/client', 'pg-boss', 'nodemailer', 'akismet-api']
const strangers = ['lib/kernel/new.ts', 'lib/comments/submit/commands.ts', 'components/comments/new.tsx']
test.each([...kept, 'sharp', '@node-rs/argon2'].flatMap((name) => strangers.map((file) => [name, file])))(
  'the package %s is refused in %s',
  async (name, file) => expect(await complaints(file!, using(name!))).not.toEqual([]),
)

const running = ['lib/kernel/new.ts', 'app/new.tsx', 'components/ui/new.tsx', 'prisma/new.ts', 'server.ts']
const bringingUp = [
  'scripts/up.mjs',
  'scripts/steps/build.mjs',
  'scripts/steps/install.mjs',
  'next.config.js',
]
test.each(
  [...running, ...bringingUp].flatMap((file) => [
    [file, 'tsx/esm/api'],
    [file, 'playwright/test'],
  ]),
)('%s runs where %s is not installed', async (file, name) =>
  expect(await complaints(file!, using(name!))).toEqual([
    `${name} is a tool of developers (devDependencies): it is not there where the site runs and is built.`,
  ]),
)

describe('allowed', () => {
  test.each([
    ['lib/comments/submit/commands.ts', database],
    ['lib/comments/queries.ts', database],
    ['lib/work/new.ts', adapter],
    ['lib/spam/contract.test.ts', using('@/e2e/peers/akismet-peer')],
    ['lib/comments/submit/new.db.test.ts', using('@/lib/db/testing/factories')],
    ['lib/moderation/decisions/commands.ts', using('@/lib/jobs/enqueue')],
    ['lib/moderation/decisions/commands.ts', using('../queue/queries')],
    ['lib/site/reading.ts', using('next/cache')],
    ['components/comments/new.tsx', using('@/lib/comments/rules')],
    [
      'components/desk/queue/new.tsx',
      `import type { X } from '@/lib/moderation/queue/queries'; export type Y = X`,
    ],
    ['lib/server/process/bus.ts', using('pg')],
    ['lib/kernel/new.ts', `import type { Page } from 'playwright/test'; export type X = Page`],
    ['lib/kernel/new.ts', using('zod')],
    ['lib/kernel/new.test.ts', using('playwright/test')],
    ['scripts/new.mjs', using('playwright/test')],
    ['app/direct-pages.tsx', using('@/lib/chapters/search/queries')],
    ['app/(desk)/(work)/desk/queue/actions.ts', using('@/lib/moderation/decisions/commands')],
    ['components/chapters/chapter-article.tsx', markup],
  ])('%s: %s', async (file, code) => expect(await complaints(file, code)).toEqual([]))
})

test('the picture of the rooms is the law', () => {
  const page = readFileSync('docs/architecture.md', 'utf8')
  const shown = Object.fromEntries(
    [...page.matchAll(/^\| `lib\/(\w+)` +\|([^|]*)\|/gm)].map(([, room, may]) => [
      room,
      [...may!.matchAll(/`(\w+)`/g)].map(([, name]) => name!).sort(),
    ]),
  )
  const law = Object.fromEntries(
    rooms.map((room) => [room, rooms.filter((other) => mayImport(`lib/${room}`, `lib/${other}`)).sort()]),
  )
  expect(shown).toEqual(law)
})

function mayImport(place: string, other: string) {
  return places.find(({ at }) => at === place)!.may.some((one: unknown) => one === other)
}
