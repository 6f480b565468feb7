import { readFileSync } from 'node:fs'
import path from 'node:path'

/** The actions, pages and handlers that Next has built in a folder. */
export function builtDoors(folder) {
  const manifest = (name) => JSON.parse(readFileSync(path.join(folder, '.next', 'server', name), 'utf8'))
  const actions = Object.values(manifest('server-reference-manifest.json').node).map(
    ({ exportedName }) => exportedName,
  )
  return {
    // What a page of readers keeps is in the same list, and can be called by nobody.
    actions: unique(actions.filter((name) => !name.startsWith('$$RSC_SERVER_CACHE'))),
    ...addressesOf(Object.keys(manifest('app-paths-manifest.json'))),
  }
}

/** The pages and handlers among files of app/ (`/(desk)/(work)/desk/queue/page`), by their addresses. */
export function addressesOf(files) {
  // Next has some of its own: /_not-found, /_global-error.
  const ours = files.filter((file) => !file.startsWith('/_'))
  const ending = (end) =>
    unique(
      ours
        .filter((file) => file.endsWith(`/${end}`))
        .map((file) => file.slice(0, -end.length - 1).replaceAll(/\/\([^/]+\)/g, '') || '/'),
    )
  return { pages: ending('page'), handlers: ending('route') }
}

/** Doors without a line in the policy, and lines of the policy without a door. */
export function differences(doors, policy) {
  const isForReaders = (page) => page === policy.readersPages || page.startsWith(`${policy.readersPages}/`)
  const kinds = {
    action: [doors.actions, policy.actions],
    page: [doors.pages.filter((page) => !isForReaders(page)), policy.pages],
    handler: [doors.handlers, policy.handlers],
  }
  return Object.entries(kinds).flatMap(([kind, [there, said]]) => [
    ...there
      .filter((one) => !Object.hasOwn(said, one))
      .map(
        (one) => `The ${kind} ${one} is not in the policy: say in lib/people/policy/doors.ts what it needs.`,
      ),
    ...Object.keys(said)
      .filter((one) => !there.includes(one))
      .map((one) => `The policy names the ${kind} ${one}, and there is none.`),
  ])
}

/** The policy, as it stands in the sources of a folder. */
export async function policyOf(folder) {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: ['lib/people/policy/doors.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}

/** Nothing is built for which nobody has said who may use it. */
export async function compareDoors(folder) {
  const found = differences(builtDoors(folder), await policyOf(folder))
  if (found.length > 0) throw new Error(found.join('\n'))
}

const unique = (names) => [...new Set(names)].sort()
