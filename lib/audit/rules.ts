import type { Facts } from './types'

// By far less than the CHECK of the table, with three bytes for a character.
const most = { facts: 30, characters: 60 }

/** Cut to what a row may hold. */
export const bounded = (facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts)
      .slice(0, most.facts)
      .map(([name, value]) => [
        name.slice(0, most.characters),
        typeof value === 'string' ? value.slice(0, most.characters).toWellFormed() : value,
      ]),
  )

/** Those facts of two that are not the same, each as it was and as it is. */
export function changed(before: Facts, after: Facts): { before: Facts; after: Facts } {
  const names = Object.keys(after).filter((name) => before[name] !== after[name])
  const only = (facts: Facts) => Object.fromEntries(names.map((name) => [name, facts[name] ?? null]))
  return { before: only(before), after: only(after) }
}

/** The names of what is not the same, where what stands there is nothing to be kept. */
export const namesOfChanged = (before: Facts, after: Facts): string =>
  Object.keys(changed(before, after).after).join(' ')
