// Which words of two texts differ.

export interface DiffPart {
  kind: 'same' | 'gone' | 'new'
  text: string
}

/** Further apart than these many words the two are shown one after the other. */
const mostSteps = 150

// Words with the blank behind them; of scripts without blanks each character.
const tokens =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}]+|\s+|[^]/gu

/**
 * The words that are gone and those that are new, in their order, with what is the same between them. Works as long as the
 * texts are and, at most, some hundred times as long as they are apart (Myers 1986).
 */
export function wordsThatDiffer(before: string, after: string): DiffPart[] {
  const [old, fresh] = [tokensOf(before), tokensOf(after)]
  let from = 0
  while (from < old.length && from < fresh.length && old[from] === fresh[from]) from++
  let behind = 0
  const rest = Math.min(old.length, fresh.length) - from
  while (behind < rest && old.at(-1 - behind) === fresh.at(-1 - behind)) behind++
  const [gone, added] = [old.slice(from, old.length - behind), fresh.slice(from, fresh.length - behind)]
  return joined([
    ...old.slice(0, from).map(as('same')),
    ...(stepsBetween(gone, added) ?? [...gone.map(as('gone')), ...added.map(as('new'))]),
    ...old.slice(old.length - behind).map(as('same')),
  ])
}

const tokensOf = (text: string) => text.match(tokens) ?? []
const as = (kind: DiffPart['kind']) => (text: string) => ({ kind, text })

/** The shortest way from one to the other; nothing where it is too long. */
function stepsBetween(old: readonly string[], fresh: readonly string[]): DiffPart[] | undefined {
  // How far each diagonal reaches, after so many steps.
  let reach = new Map<number, number>([[1, 0]])
  const trace: Map<number, number>[] = []
  for (let steps = 0; steps <= mostSteps; steps++) {
    const next = new Map<number, number>()
    for (let line = -steps; line <= steps; line += 2) {
      const isNew = line === -steps || (line !== steps && at(reach, line - 1) < at(reach, line + 1))
      let x = isNew ? at(reach, line + 1) : at(reach, line - 1) + 1
      while (x < old.length && x - line < fresh.length && old[x] === fresh[x - line]) x++
      next.set(line, x)
      if (x >= old.length && x - line >= fresh.length) return wayBack([...trace, reach], old, fresh)
    }
    trace.push(reach)
    reach = new Map([...reach, ...next])
  }
  return undefined
}

const at = (reach: ReadonlyMap<number, number>, line: number) => reach.get(line) ?? -1

function wayBack(
  trace: readonly ReadonlyMap<number, number>[],
  old: readonly string[],
  fresh: readonly string[],
): DiffPart[] {
  const parts: DiffPart[] = []
  let [x, y] = [old.length, fresh.length]
  for (let steps = trace.length - 1; steps >= 0; steps--) {
    const reach = trace[steps]!
    const line = x - y
    const isNew = line === -steps || (line !== steps && at(reach, line - 1) < at(reach, line + 1))
    const fromLine = isNew ? line + 1 : line - 1
    const fromX = steps === 0 ? 0 : at(reach, fromLine)
    const fromY = steps === 0 ? 0 : fromX - fromLine
    while (x > fromX && y > fromY) {
      parts.push({ kind: 'same', text: old[--x]! })
      y--
    }
    if (steps === 0) break
    if (isNew) parts.push({ kind: 'new', text: fresh[--y]! })
    else parts.push({ kind: 'gone', text: old[--x]! })
  }
  return parts.reverse()
}

function joined(parts: readonly DiffPart[]): DiffPart[] {
  const all: DiffPart[] = []
  for (const { kind, text } of parts) {
    const last = all.at(-1)
    if (last?.kind === kind) last.text += text
    else all.push({ kind, text })
  }
  return all
}
