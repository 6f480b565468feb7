/** What a key does in the queue: WordPress's letters (its handbook, "Keyboard Shortcuts"), and ours. */
export type Command =
  | { kind: 'move'; by: 1 | -1; select: boolean }
  | { kind: 'press'; key: string }
  | { kind: 'select'; range: boolean }
  | { kind: 'chosen'; key: string }
  | { kind: 'undo' }
  | { kind: 'help' }
  | { kind: 'leave' }

interface Key {
  key: string
  /** The place of the key, whatever is written on it. */
  code: string
  shiftKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

/** Letters whose buttons stand on a card (`data-key`); with shift they are those of everything that is selected. */
const ofButtons = 'asdturheqm'

/**
 * The command of a key, whatever the layout: where the key gives no Latin letter, its place counts. Caps Lock is no
 * shift.
 */
export function commandOf(pressed: Key): Command | undefined {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined
  if (Object.hasOwn(named, pressed.key)) return named[pressed.key]
  const letter = letterOf(pressed)
  const shift = pressed.shiftKey
  if (letter === 'j') return { kind: 'move', by: 1, select: shift }
  if (letter === 'k') return { kind: 'move', by: -1, select: shift }
  if (letter === 'x') return { kind: 'select', range: shift }
  if (letter === 'z') return { kind: 'undo' }
  if (letter && ofButtons.includes(letter)) return { kind: shift ? 'chosen' : 'press', key: letter }
  return undefined
}

const named: Record<string, Command> = {
  Escape: { kind: 'leave' },
  '?': { kind: 'help' },
  // An Arabic keyboard's question mark is one too.
  '؟': { kind: 'help' },
}

function letterOf({ key, code }: Key): string | undefined {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase()
  // Other letters, and what an IME is about to make of a key.
  const place = /^Key([A-Z])$/.exec(code)?.[1]
  return place && /^(Process|\P{ASCII})$/u.test(key) ? place.toLowerCase() : undefined
}
