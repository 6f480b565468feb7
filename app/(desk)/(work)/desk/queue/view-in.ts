import { queueFilters } from '@/lib/moderation/queue/schema'

// Longer than every filter at its longest.
const longest = 6_000

/** The view that a form names by the words of its address. Which view it is, the command checks. */
export function viewIn(given: unknown) {
  const named = new URLSearchParams(typeof given === 'string' && given.length <= longest ? given : '')
  return { status: named.get('status') ?? '', filters: queueFilters.parse(Object.fromEntries(named)) }
}
