import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '@/lib/db/postgres/temporary-folder'
import * as policy from '@/lib/people/policy/doors'
import { allPowers } from '@/lib/people/policy/powers'
import { routes } from '@/lib/server/routes/table'
import { addressesOf, builtDoors, differences, policyOf, type Doors } from './doors.mjs'

const files = globSync('app/**/*.{ts,tsx}').map((file) => file.replaceAll('\\', '/'))
const textOf = (file: string) => readFileSync(file, 'utf8')

/** What Next would build of these sources; that actions are declared in place is held by app/(desk)/guard.test.ts. */
function doorsInTree(): Doors {
  const actions = files
    .filter((file) => /^'use server'/.test(textOf(file)))
    .flatMap((file) => [...textOf(file).matchAll(/^export async function (\w+)/gm)].map(([, name]) => name!))
  expect(
    actions.filter((name, at) => actions.indexOf(name) !== at),
    'two of one name',
  ).toEqual([])
  const built = files.map((file) => file.replace(/^app|\.tsx?$/g, ''))
  return { actions, ...addressesOf(built) }
}

describe('the policy names', () => {
  test('every action, page and handler of the tree, and nothing else', () => {
    expect(doorsInTree().actions.length).toBeGreaterThan(20)
    expect(doorsInTree().pages.length).toBeGreaterThan(30)
    expect(differences(doorsInTree(), policy)).toEqual([])
  })

  test('every route of our own server', () => {
    expect(routes.map(({ name }) => name).sort()).toEqual(Object.keys(policy.routes).sort())
  })

  test('powers that there are', () => {
    const needs: string[] = [policy.actions, policy.pages, policy.handlers].flatMap(Object.values)
    for (const need of new Set(needs)) expect(['everybody', 'staff', ...allPowers]).toContain(need)
    expect(allPowers.filter((power) => !needs.includes(power))).toEqual([])
  })

  test('for each page of the desk the power that its guard asks for', () => {
    const guarded = files.filter((file) => /^app\/\(desk\)\/.*\/page\.tsx$/.test(file))
    for (const file of guarded) {
      const [address] = addressesOf([file.replace(/^app|\.tsx$/g, '')]).pages
      const need = policy.pages[address as keyof typeof policy.pages]
      if (need === 'everybody') continue
      const asked = [...textOf(file).matchAll(/staffOrSignIn\((?:'([^']*)')?\)/g)].map(([, power]) => power)
      expect([...new Set(asked)], file).toEqual([need === 'staff' ? undefined : need])
    }
  })
})

describe('a build', () => {
  /** What Next would leave of a build with these doors. */
  function madeBuild({ actions, pages, handlers }: Doors) {
    const { folder, remove } = temporaryFolder('doors')
    const node = Object.fromEntries(actions.map((exportedName, at) => [`id${at}`, { exportedName }]))
    const paths = [...pages.map((page) => `/(desk)${page}/page`), ...handlers.map((one) => `${one}/route`)]
    const server = path.join(folder, '.next', 'server')
    mkdirSync(server, { recursive: true })
    writeFileSync(path.join(server, 'server-reference-manifest.json'), JSON.stringify({ node }))
    writeFileSync(
      path.join(server, 'app-paths-manifest.json'),
      JSON.stringify(Object.fromEntries([...paths, '/_not-found/page'].map((one) => [one, one]))),
    )
    return { folder, remove }
  }

  const whole: Doors = {
    actions: [...Object.keys(policy.actions), '$$RSC_SERVER_CACHE_0'],
    pages: [...Object.keys(policy.pages), '/[locale]/tags', '/[locale]'],
    handlers: Object.keys(policy.handlers),
  }
  const without = (kind: keyof Doors, name: string): Doors => ({
    ...whole,
    [kind]: whole[kind].filter((one) => one !== name),
  })

  test.each<[string, Doors, RegExp | undefined]>([
    ['as the policy has it', whole, undefined],
    [
      'with an action more',
      { ...whole, actions: [...whole.actions, 'emptyTrashAction'] },
      /action emptyTrash.*not in/,
    ],
    [
      'with a page more',
      { ...whole, pages: [...whole.pages, '/desk/secrets'] },
      /page \/desk\/secrets is not in/,
    ],
    [
      'with a page that begins like readers’',
      { ...whole, pages: [...whole.pages, '/[locale]s'] },
      /\[locale\]s is not/,
    ],
    [
      'with a handler more',
      { ...whole, handlers: [...whole.handlers, '/api/dump'] },
      /handler \/api\/dump is not in/,
    ],
    ['without an action', without('actions', 'publishAction'), /action publishAction, and there is none/],
    ['without a page', without('pages', '/desk/queue'), /page \/desk\/queue, and there is none/],
  ])('%s', async (_what, doors, fault) => {
    const { folder, remove } = madeBuild(doors)
    const found = differences(builtDoors(folder), await policyOf(process.cwd()))
    remove()
    expect(found).toEqual(fault ? [expect.stringMatching(fault)] : [])
  })
})
