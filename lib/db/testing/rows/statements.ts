import ts from 'typescript'
import { isShipped, type Place } from './call-sites'

/** A statement in our code: where rows are asked for by name of one of these. */
export type Statement = ts.TaggedTemplateExpression | ts.CallExpression
const askers = ['$queryRaw', '$queryRawUnsafe', 'query', 'namedRows']

/** What a statement says of its rows. `passed on`: a generic function, whose caller says it. */
export type Said = ts.Type | 'nothing' | 'passed on' | 'no rows'

const calleeOf = (call: Statement) => (ts.isCallExpression(call) ? call.expression : call.tag)
const nameOf = (callee: ts.Expression) =>
  ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : ''

const isCall = (node: ts.Node): node is Statement =>
  ts.isCallExpression(node) || ts.isTaggedTemplateExpression(node)

function callsIn(source: ts.SourceFile): Statement[] {
  const found: Statement[] = []
  const look = (node: ts.Node) => {
    if (isCall(node)) found.push(node)
    ts.forEachChild(node, look)
  }
  look(source)
  return found
}

const statementsIn = (source: ts.SourceFile) =>
  callsIn(source).filter((call) => askers.includes(nameOf(calleeOf(call))))

export class Statements {
  private readonly checker: ts.TypeChecker

  constructor(
    private readonly program: ts.Program,
    private readonly root: string,
  ) {
    this.checker = program.getTypeChecker()
  }

  /** The statement whose rows came there, and what is said of them; by whom else, if it passes them on. */
  at(places: readonly Place[]): { call: Statement; said: Said } | undefined {
    let found: { call: Statement; said: Said } | undefined
    for (const place of places) {
      const call = this.callAt(place)
      if (!call) return found
      found = { call, said: this.said(call) }
      if (found.said !== 'passed on') return found
    }
    return found
  }

  all = () =>
    this.program
      .getSourceFiles()
      .filter(({ fileName }) => isShipped(this.own(fileName)))
      .flatMap(statementsIn)

  placeOf(call: Statement): string {
    const source = call.getSourceFile()
    const { line } = source.getLineAndCharacterOfPosition(calleeOf(call).getEnd())
    return `${this.own(source.fileName)}:${line + 1}`
  }

  said(call: Statement): Said {
    const answer = this.checker.getAwaitedType(this.checker.getTypeAtLocation(call))
    if (!answer) return 'no rows'
    const rows = answer.getProperty('rows')
    if (!rows && nameOf(calleeOf(call)) === 'query') return 'no rows'
    const list = rows ? this.checker.getTypeOfSymbol(rows) : answer
    const row = this.checker.getIndexTypeOfType(list, ts.IndexKind.Number) ?? list
    if (row.flags & ts.TypeFlags.TypeParameter) return 'passed on'
    return row.flags & ts.TypeFlags.Any || list.flags & ts.TypeFlags.Unknown ? 'nothing' : row
  }

  private own = (file: string) => file.slice(this.root.length + 1)

  /** V8 names the property that is called, or the template that is tagged. */
  private callAt(place: Place): Statement | undefined {
    const [file = '', line, column] = place.split(':')
    const source = this.program.getSourceFile(`${this.root}/${file}`)
    if (!source) return undefined
    // By hand: who edits a file while its tests run shall hear that no statement stands there.
    const position = (source.getLineStarts()[Number(line) - 1] ?? NaN) + Number(column) - 1
    const fits = (call: Statement) =>
      calleeOf(call).getStart() <= position &&
      position <= (ts.isCallExpression(call) ? call.expression.getEnd() : call.template.getStart())
    return callsIn(source).filter(fits).at(-1)
  }
}

/** Does anybody look at the rows? Not where the call stands alone, or another part of its answer is taken. */
export function rowsAreUsed(call: Statement): boolean {
  let node: ts.Node = call
  while (ts.isAwaitExpression(node.parent) || ts.isParenthesizedExpression(node.parent)) node = node.parent
  const user = node.parent
  if (ts.isExpressionStatement(user) || ts.isVoidExpression(user)) return false
  if (ts.isPropertyAccessExpression(user)) return user.name.text === 'rows'
  if (!ts.isVariableDeclaration(user) || !ts.isObjectBindingPattern(user.name)) return true
  return user.name.elements.some(({ name, propertyName }) => (propertyName ?? name).getText() === 'rows')
}
