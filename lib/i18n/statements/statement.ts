import type { CodeOf, StatementKind, statementKinds } from './codes'

/**
 * What a row says: a code, and what it is said with. It has no words of its own; they are made where it is read, in the
 * language of whoever reads (`statementWords`).
 */
export interface Statement<Code extends string = string> {
  code: Code
  parameters: Parameters
}
export type Parameters = Record<string, string | number>

type Names<Kind extends StatementKind, Code extends CodeOf<Kind>> = (typeof statementKinds)[Kind][Code]
/** Exactly the parameters of a code, and no second argument for one that has none. */
type Given<Names> = Names extends readonly []
  ? []
  : Names extends readonly string[]
    ? [Record<Names[number], string | number>]
    : never

export type Finding = Statement<CodeOf<'findings'>>
export type Input = Statement<CodeOf<'inputs'>>
export type Problem = Statement<CodeOf<'problems'>>

export const finding = <Code extends CodeOf<'findings'>>(
  code: Code,
  ...[given]: Given<Names<'findings', Code>>
): Statement<Code> => ({ code, parameters: bounded(given, 1_000) })

export const input = <Code extends CodeOf<'inputs'>>(
  code: Code,
  ...[given]: Given<Names<'inputs', Code>>
): Statement<Code> => ({ code, parameters: bounded(given, 300) })

export const problem = <Code extends CodeOf<'problems'>>(
  code: Code,
  ...[given]: Given<Names<'problems', Code>>
): Statement<Code> => ({ code, parameters: bounded(given, 500) })

// Parameters come from strangers and from servers outside, and a jsonb holds neither a NUL nor half a character.
const bounded = (given: Parameters = {}, most: number): Parameters =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll('\0', '').slice(0, most).toWellFormed() : value,
    ]),
  )
