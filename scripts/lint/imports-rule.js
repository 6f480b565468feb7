import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  adapters,
  anyPackage,
  databaseDoors,
  databaseFiles,
  forTests,
  hasTools,
  packages,
  places,
} from './law.js'

const inside = (folder, file) => file === folder || file.startsWith(`${folder}/`)
const extension = /\.(tsx?|mjs|cjs|js)$/
const isTest = (file) => /\.test\.tsx?$/.test(file) || /(^|\/)testing\//.test(file)

/** The place of a file of the tree, or undefined: then nobody has said what it may import. */
export const placeOf = (file) => places.find(({ at }) => inside(at, file))

const allows = (one, target, isType) =>
  typeof one === 'string'
    ? inside(one.replace(extension, ''), target)
    : inside(one.folder, target) &&
      one.files.test(target.slice(one.folder.length + 1)) &&
      (isType || !one.typesOnly)

/** What is wrong with this import, if anything. Paths from the root of the tree, the target without its ending. */
function fault(file, target, isType) {
  const place = placeOf(file)
  if (!place) return 'This folder has no place in the law of imports (scripts/lint/law.js): give it one.'
  const own = inside(place.at, target) && placeOf(target)?.at === place.at
  const others = isTest(file) ? [...place.may, ...forTests] : place.may
  if (!own && !others.some((one) => allows(one, target, isType)))
    return `${place.at} may not import ${target} (scripts/lint/law.js).`
  if (databaseDoors.test(target) && !isType && !mayTouchDatabase(file))
    return 'Only queries, commands and jobs touch the database.'
  if (adapters.modules.test(target) && !adapters.may.test(file)) return 'Only work touches an adapter.'
  return undefined
}

const mayTouchDatabase = (file) =>
  /^(server\.ts$|scripts\/|e2e\/|prisma\/)/.test(file) ||
  (file.startsWith('lib/') && databaseFiles.some((one) => one.test(file))) ||
  /\.test\.tsx?$|^app\/\(desk\)\/testing\//.test(file)

function styleFault(file, specifier, target) {
  const room = /^lib\/[^/]+/.exec(file)?.[0]
  if (!room || file.startsWith('lib/db/testing/')) return undefined
  const same = inside(room, target)
  if (same && specifier.startsWith('@/')) return 'Inside a room, use a relative path.'
  if (!same && !specifier.startsWith('@/')) return 'Between rooms, use the alias @/.'
  return undefined
}

const packageFault = (file, specifier) =>
  !anyPackage.test(file) && packages.some(({ name, may }) => name.test(specifier) && !may.test(file))
    ? `${specifier} is kept by another room (scripts/lint/law.js).`
    : undefined

const { devDependencies } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
const packageOf = (specifier) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')

/** Types are gone when it runs. */
const toolFault = (file, specifier, isType) =>
  !isType && !hasTools.test(file) && Object.hasOwn(devDependencies, packageOf(specifier))
    ? `${specifier} is a tool of developers (devDependencies): it is not there where the site runs and is built.`
    : undefined

/** The law of scripts/lint/law.js as a rule: each import and export of another file, types and calls included. */
export const importsRule = {
  meta: { type: 'problem', schema: [], messages: { fault: '{{fault}}' } },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/')
    const look = (node, source, isType) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return
      const specifier = source.value
      const target = targetOf(file, specifier)
      const found = target
        ? (fault(file, target, isType) ?? styleFault(file, specifier, target))
        : (packageFault(file, specifier) ?? toolFault(file, specifier, isType))
      if (found) context.report({ node, messageId: 'fault', data: { fault: found } })
    }
    const isType = (node) =>
      node.importKind === 'type' ||
      node.exportKind === 'type' ||
      (node.specifiers?.length > 0 && node.specifiers.every(({ importKind }) => importKind === 'type'))
    return {
      ImportDeclaration: (node) => look(node, node.source, isType(node)),
      ExportNamedDeclaration: (node) => look(node, node.source, isType(node)),
      ExportAllDeclaration: (node) => look(node, node.source, isType(node)),
      ImportExpression: (node) => look(node, node.source, false),
      TSImportType: (node) => look(node, node.source ?? node.argument?.literal, true),
    }
  },
}

function targetOf(file, specifier) {
  const at = specifier.startsWith('@/')
    ? specifier.slice(2)
    : specifier.startsWith('.')
      ? path.posix.join(path.posix.dirname(file), specifier)
      : undefined
  return at?.replace(extension, '')
}
