/** What a command answers: a value, or a refusal with a name. Bugs are exceptions and never come this way. */
export type Result<Value, Refusal extends string> = { ok: true; value: Value } | Refused<Refusal>

export interface Refused<Refusal extends string> {
  ok: false
  refusal: Refusal
}

export const done = <Value>(value: Value) => ({ ok: true, value }) as const

export const refuse = <Refusal extends string>(refusal: Refusal) => ({ ok: false, refusal }) as const
