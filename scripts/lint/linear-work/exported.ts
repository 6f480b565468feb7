import { existsSync, globSync, readFileSync } from 'node:fs'
import ts from 'typescript'

/** What may see text from outside; what asks the database takes it from there. */
const files = '{lib,components}/**/*.{ts,tsx}'
const notThese =
  /\.test\.|\/generated\/|\/testing\/|queries\.ts$|-sql\.ts$|commands\.ts$|^lib\/(db|jobs|work|pictures)\/|^components\/(ui|desk\/editor)\/|\/messages\//
const takesText = /\b(string|unknown|Buffer|FormData|SpamSubmission|StaffMember|Screening|Node|Fields)\b/

/** The exported functions that take text or something that holds text, as `file name`. */
export const textFunctions = (): string[] =>
  globSync(files)
    .filter((file) => !notThese.test(file))
    .sort()
    .flatMap((file) => exportedFrom(file).map((name) => `${file.replaceAll('\\', '/')} ${name}`))

/** Is there still something of this name, whatever it takes? */
export function isThere(fileAndName: string): boolean {
  const [file = '', name] = fileAndName.split(' ')
  return (
    existsSync(file) &&
    new RegExp(`export (?:const|function|async function) ${name}\\b`).test(readFileSync(file, 'utf8'))
  )
}

function exportedFrom(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  return source.statements.filter(isExported).flatMap((statement) => {
    if (ts.isFunctionDeclaration(statement)) return takes(statement, source) ? [statement.name!.text] : []
    if (!ts.isVariableStatement(statement)) return []
    return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
      initializer && isFunction(initializer) && takes(initializer, source) ? [name.getText(source)] : [],
    )
  })
}

const isExported = (statement: ts.Statement) =>
  ts.canHaveModifiers(statement) &&
  ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true

const isFunction = (node: ts.Node): node is ts.ArrowFunction | ts.FunctionExpression =>
  ts.isArrowFunction(node) || ts.isFunctionExpression(node)

const takes = ({ parameters }: ts.SignatureDeclaration, source: ts.SourceFile) =>
  parameters.some(({ type }) => type && takesText.test(type.getText(source)))
