import path from 'node:path'
import ts from 'typescript'

const head = `import type { Prisma } from '@/lib/db/generated/client'\n`

/** Files that stand nowhere, by their full names. */
export type MadeFiles = Record<string, string>

/** Files of the repository as the compiler sees them, beside a file that gives these types a name. */
export function compile(
  files: readonly string[],
  texts: readonly string[],
  root: string,
  made: MadeFiles = {},
) {
  const options = optionsOf(root)
  const types = path.posix.join(root, 'lib/db/testing/rows/types-of-rows.ts')
  const named = head + texts.map((type, number) => `export type T${number} = ${type}\n`).join('')
  const host = hostWith({ ...made, [types]: named }, options)
  const program = ts.createProgram({ rootNames: [...files, types], options, host })
  return { program, typeOf: typesIn(program, program.getSourceFile(types)!, texts) }
}

function optionsOf(root: string): ts.CompilerOptions {
  const { config } = ts.readConfigFile(path.posix.join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [], include: [] }, ts.sys, root)
  return { ...options, incremental: false }
}

function hostWith(made: MadeFiles, options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options, true)
  const { getSourceFile, fileExists } = host
  host.fileExists = (file) => file in made || fileExists(file)
  host.getSourceFile = (file, ...how) =>
    file in made ? ts.createSourceFile(file, made[file]!, how[0], true) : getSourceFile(file, ...how)
  return host
}

function typesIn(program: ts.Program, source: ts.SourceFile, texts: readonly string[]) {
  const checker = program.getTypeChecker()
  const aliases = source.statements.filter(ts.isTypeAliasDeclaration)
  const numbers = new Map(texts.map((text, number) => [text, number]))
  return (text: string) => checker.getTypeAtLocation(aliases[numbers.get(text)!]!.name)
}
