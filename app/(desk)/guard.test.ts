import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

// Rules over the syntax tree, so that a guard in a comment or a string is none, whatever a file is called.

const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(tsx?|jsx?|mjs)$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => `app/${name.split(path.sep).join('/')}`)

const parse = (file: string, text = readFileSync(file, 'utf8')) =>
  ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)

/** The pages in front of the desk, for people who are not signed in. */
const isOpen = (file: string) => /^app\/\(desk\)\/(\([^/]+\)\/)?(sign-in|welcome)\//.test(file)
/** What is around all pages of a group, of people who are not signed in too: it shows nothing of its own. */
const isRoot = (file: string) => /^app\/\(desk\)\/\([^/]+\)\/layout\.tsx$/.test(file)
const rendersForStaff = (file: string) =>
  file.startsWith('app/(desk)/') &&
  /\/(page|layout|template|default)\.(tsx?|jsx?)$/.test(file) &&
  !isOpen(file) &&
  !isRoot(file)

const shownIn = (source: ts.SourceFile) =>
  source.statements.find(
    (one): one is ts.FunctionDeclaration =>
      ts.isFunctionDeclaration(one) && has(one, ts.SyntaxKind.DefaultKeyword),
  )

/** What is wrong with a page or layout of the desk: its first statement must wait for its guard. */
function faultsOfPage(source: ts.SourceFile): string[] {
  const shown = shownIn(source)
  if (!shown?.body) return ['its default export is no function declared in place']
  if (!importedFrom(source, /(^|\/)acting$/).has('staffOrSignIn'))
    return ['its guard is not that of acting.ts']
  // What else Next calls (generateMetadata) may read something too.
  return source.statements
    .filter((one) => ts.isFunctionDeclaration(one) && has(one, ts.SyntaxKind.ExportKeyword))
    .filter((one) => !waitsFor((one as ts.FunctionDeclaration).body?.statements[0], 'staffOrSignIn'))
    .map((one) => `${(one as ts.FunctionDeclaration).name?.text} does not begin with its guard`)
}

/** Is this statement `await name()`, or a constant made of it? */
function waitsFor(statement: ts.Statement | undefined, name: string) {
  const expression =
    statement && ts.isVariableStatement(statement)
      ? statement.declarationList.declarations[0]?.initializer
      : statement && ts.isExpressionStatement(statement)
        ? statement.expression
        : undefined
  return (
    expression !== undefined && ts.isAwaitExpression(expression) && callsTo(expression.expression) === name
  )
}

const callsTo = (node: ts.Node) =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) ? node.expression.text : undefined

const has = (node: ts.Node, kind: ts.SyntaxKind) =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((one) => one.kind === kind)

const isServerFile = ({ statements }: ts.SourceFile) =>
  statements.some(
    (one) =>
      ts.isExpressionStatement(one) &&
      ts.isStringLiteral(one.expression) &&
      one.expression.text === 'use server',
  )

/** What is wrong with actions or handlers: each must know its actor, and commands may run for an actor only. */
function faultsOfEndpoints(source: ts.SourceFile): string[] {
  const commands = importedFrom(source, /(^|[/-])(commands|queries)$/)
  const faults: string[] = []
  const ours = importedFrom(source, /(^|\/)(acting|current-actor)$/)
  for (const one of source.statements) {
    if (
      !has(one, ts.SyntaxKind.ExportKeyword) ||
      ts.isInterfaceDeclaration(one) ||
      ts.isTypeAliasDeclaration(one)
    )
      continue
    const name = ts.isFunctionDeclaration(one) ? (one.name?.text ?? 'default') : one.getText().slice(0, 40)
    if (!ts.isFunctionDeclaration(one)) faults.push(`${name}: no function declared in place`)
    else if (!knowsItsActor(one, ours)) faults.push(`${name}: nobody acts`)
  }
  const look = (node: ts.Node, acts: boolean): void => {
    const called = callsTo(node)
    if (called && commands.has(called) && !acts) faults.push(`${called} is called for nobody`)
    // A function that is given an actor is called by one who acts.
    const inside = acts || called === 'acting' || takesActor(node)
    ts.forEachChild(node, (child) => look(child, inside))
  }
  look(source, false)
  return faults
}

const takesActor = (node: ts.Node) =>
  ts.isFunctionLike(node) && node.parameters[0]?.type?.getText() === 'StaffActor'

/** Does it call `acting` or `endSession` itself, and not only a function inside it that may never run? */
function knowsItsActor(declared: ts.FunctionDeclaration, ours: Set<string>): boolean {
  let found = false
  const look = (node: ts.Node): void => {
    const called = callsTo(node)
    if (called && /^(acting|endSession)$/.test(called) && ours.has(called)) found = true
    if (!ts.isFunctionLike(node)) ts.forEachChild(node, look)
  }
  declared.body?.statements.forEach(look)
  return found
}

function importedFrom(source: ts.SourceFile, module: RegExp): Set<string> {
  const named = source.statements.flatMap((one) => {
    const from = ts.isImportDeclaration(one) ? (one.moduleSpecifier as ts.StringLiteral).text : ''
    const bindings = ts.isImportDeclaration(one) ? one.importClause?.namedBindings : undefined
    return module.test(from) && bindings && ts.isNamedImports(bindings)
      ? bindings.elements.map(({ name }) => name.text)
      : []
  })
  return new Set(named)
}

describe('every page, layout and action of the desk', () => {
  test.each(files.filter(rendersForStaff))('%s begins with its guard', (file) =>
    expect(faultsOfPage(parse(file))).toEqual([]),
  )

  // Made ahead of a request, such a page would look at clocks, tickets and links of nobody.
  test.each(files.filter((file) => isOpen(file) && /\/page\.tsx$/.test(file)))(
    '%s waits for its request',
    (file) => expect(waitsFor(shownIn(parse(file))?.body?.statements[0], 'connection')).toBe(true),
  )

  const endpoints = files.filter(
    (file) =>
      !isOpen(file) &&
      (isServerFile(parse(file)) ||
        /^app\/\(desk\)\/.*\/route\.(tsx?|jsx?)$/.test(file) ||
        (/^app\/api\//.test(file) && !/\/api\/auth\//.test(file))),
  )
  test.each(endpoints)('%s acts for somebody', (file) => expect(faultsOfEndpoints(parse(file))).toEqual([]))

  test('are found', () => {
    expect(files.filter(rendersForStaff).length).toBeGreaterThan(12)
    expect(endpoints.length).toBeGreaterThan(8)
  })

  test('no action is written inside another file', () => {
    const hidden = files.filter(
      (file) => /['"]use server['"]/.test(readFileSync(file, 'utf8')) && !isServerFile(parse(file)),
    )
    expect(hidden).toEqual([])
  })

  test('every root is made for its request, so that the policy names its scripts', () => {
    const roots = files.filter(
      (file) => file.startsWith('app/(desk)/') && /<html/.test(readFileSync(file, 'utf8')),
    )
    expect(roots.length).toBeGreaterThan(0)
    for (const file of roots) {
      expect(readFileSync(file, 'utf8'), file).toContain('await connection()')
      expect(readFileSync(file, 'utf8'), file).toContain('export const instant = false')
    }
  })
})

describe('is refused when', () => {
  const page = (text: string) =>
    faultsOfPage(parse('page.tsx', `import { staffOrSignIn } from '../acting'\n${text}`))
  test.each([
    [
      'the guard is in a comment',
      'export default async function P() { /* await staffOrSignIn() */ return 1 }',
    ],
    ['the guard is in a string', `export default async function P() { log('await staffOrSignIn()') }`],
    ['the guard comes second', 'export default async function P() { await look(); await staffOrSignIn() }'],
    ['the guard is not waited for', 'export default async function P() { staffOrSignIn() }'],
    ['the guard is conditional', 'export default async function P() { if (x) await staffOrSignIn() }'],
    ['the page is somebody else’s function', `export { P as default } from './other'`],
    [
      'its metadata is made without a guard',
      'export default async function P() { await staffOrSignIn() }\nexport async function generateMetadata() { return look() }',
    ],
  ])('%s (page)', (_what, text) => expect(page(text)).not.toEqual([]))

  test('the guard is one of its own (page)', () =>
    expect(
      faultsOfPage(
        parse(
          'page.tsx',
          'const staffOrSignIn = f\nexport default async function P() { await staffOrSignIn() }',
        ),
      ),
    ).not.toEqual([]))

  test('is not when it begins with its guard (page)', () =>
    expect(
      page('export default async function P() { const a = await staffOrSignIn(); return look(a) }'),
    ).toEqual([]))

  const acting = `import { acting } from '../acting'\n`
  const decide = `import { decide } from '@/lib/moderation/decisions/commands'\n`
  test.each([
    ['nobody acts', `export async function a() { return 1 }`],
    ['acting is in a comment', `export async function a() { return 1 /* acting() */ }`],
    ['acting is in a function that may never run', `export async function a() { const f = () => acting(x) }`],
    [
      'a command runs beside acting',
      `${decide}export async function a(x) { await acting(y); return decide(x) }`,
    ],
    ['it is a constant', `export const a = async () => acting(x)`],
    ['it is the default', `export default async function () { return 1 }`],
    ['acting is one of its own', `const acting = f\nexport async function a(x) { return acting(x) }`],
  ])('%s (action)', (_what, text) =>
    expect(
      faultsOfEndpoints(
        parse('other-name.ts', `'use server'\n${/^const acting/.test(text) ? '' : acting}${text}`),
      ),
    ).not.toEqual([]),
  )

  test('is not when a command runs for its actor (action)', () =>
    expect(
      faultsOfEndpoints(
        parse(
          'x.ts',
          `'use server'\n${acting}${decide}export async function a(x) { return acting((actor) => decide(actor, x)) }`,
        ),
      ),
    ).toEqual([]))
})
