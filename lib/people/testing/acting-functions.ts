import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

interface Found {
  file: string
  name: string
  /** `actor` for whoever acts, whatever it is called. */
  parameters: string[]
}

/** The exported functions of these files in which somebody acts, found in the syntax tree. */
export const actingFunctions = (files: string): Found[] =>
  globSync(files)
    .map((file) => file.split(path.sep).join('/'))
    .flatMap((file) => exportedIn(file).map((one) => ({ file, ...one })))
    .filter(({ parameters }) => parameters.includes('actor'))

function exportedIn(file: string): { name: string; parameters: string[] }[] {
  const { statements } = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const isExported = (node: ts.Node) =>
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  const named = (name: string, { parameters }: ts.SignatureDeclaration) => ({
    name,
    parameters: parameters.map((one) =>
      /\bActor\b|StaffActor/.test(one.type?.getText() ?? '') ? 'actor' : one.name.getText(),
    ),
  })
  return statements.filter(isExported).flatMap((one) => {
    if (ts.isFunctionDeclaration(one)) return named(one.name!.text, one)
    if (!ts.isVariableStatement(one)) return []
    return one.declarationList.declarations.flatMap(({ name, initializer }) =>
      initializer && ts.isArrowFunction(initializer) && ts.isIdentifier(name)
        ? named(name.text, initializer)
        : [],
    )
  })
}
