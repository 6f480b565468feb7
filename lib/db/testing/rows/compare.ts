import ts from 'typescript'
import { compile, type MadeFiles } from './program'
import type { SeenRows } from './seen'
import { rowsAreUsed, Statements, type Said, type Statement } from './statements'

export interface Compared {
  /** `place: what is wrong`. */
  faults: string[]
  /** Where statements say what their rows are, and none has come. */
  unseen: string[]
  /** How many statements were compared with rows. */
  seen: number
}

/** Holds the rows that came against what the statements say of them. */
export function compare(
  files: readonly string[],
  seen: readonly SeenRows[],
  root: string,
  made: MadeFiles = {},
): Compared {
  const { program, typeOf } = compile(files, textsOf(seen), root, made)
  const statements = new Statements(program, root)
  const checker = program.getTypeChecker()
  const came = new Set<Statement>()
  const faults = seen.flatMap((rows) => {
    const found = statements.at(rows.places)
    if (!found) return [`${rows.places[0]} got rows, and no statement stands there`]
    if (rows.rows === 0) return []
    came.add(found.call)
    if (typeof found.said === 'string') return []
    return faultsOf(found.said, rows, { checker, typeOf }).map(
      (fault) => `${statements.placeOf(found.call)} ${fault}`,
    )
  })
  const all = statements.all().map((call) => ({ call, said: statements.said(call) }))
  const untyped = all.filter(({ call, said }) => said === 'nothing' && rowsAreUsed(call))
  const unseen = all.filter(({ call, said }) => typeof said !== 'string' && !came.has(call))
  return {
    faults: [
      ...new Set([
        ...faults,
        ...untyped.map(({ call }) => `${statements.placeOf(call)} uses rows of which it says nothing`),
      ]),
    ].sort(),
    unseen: unseen.map(({ call }) => statements.placeOf(call)),
    seen: came.size,
  }
}

const textsOf = (seen: readonly SeenRows[]) => [
  ...new Set([
    'undefined',
    ...seen.flatMap(({ columns }) =>
      Object.values(columns).flatMap(({ forms }) => Object.values(forms).flat()),
    ),
  ]),
]

interface Types {
  checker: ts.TypeChecker
  typeOf: (text: string) => ts.Type
}

function faultsOf(said: Exclude<Said, string>, { rows, columns }: SeenRows, types: Types): string[] {
  const { checker } = types
  const properties = checker.getPropertiesOfType(said)
  const others = checker.getIndexTypeOfType(said, ts.IndexKind.String)
  // `object[]`, `unknown[]`: how many there are is all that is asked.
  if (properties.length === 0 && !others) return []
  const missing = properties
    .filter(({ name, flags }) => !columns[name] && !(flags & ts.SymbolFlags.Optional))
    .map(({ name }) => `${name}: said and never came`)
  const wrong = Object.entries(columns).flatMap(([name, column]) => {
    const property = checker.getPropertyOfType(said, name)
    const type = property ? checker.getTypeOfSymbol(property) : others
    if (!type) return [`${name}: came and is not said`]
    const texts = [...Object.values(column.forms).flat(), ...(column.rows < rows ? ['undefined'] : [])]
    const refused = texts.filter((text) => !checker.isTypeAssignableTo(types.typeOf(text), type))
    if (refused.length === 0) return []
    return [`${name}: said ${checker.typeToString(type)}, came ${shortList(refused)}`]
  })
  return [...missing, ...wrong]
}

const shortList = (texts: string[]) =>
  `${texts
    .slice(0, 3)
    .map((text) => (text.length > 200 ? `${text.slice(0, 200)}…` : text))
    .join(', ')}${texts.length > 3 ? ', …' : ''}`
