import type { QueueFilters } from '@/lib/moderation/queue/schema'
import type { RulesPage } from '@/lib/moderation/rules/queries'
import type { Mark } from '@/lib/moderation/rules/types'
import { addressOf, pageSizes } from '../queue/view-address'

/** The list of rules, as it is narrowed. */
export function rulesAddress({ state, find }: Pick<RulesPage, 'state' | 'find'>, after?: string): string {
  const asked = Object.entries({ state: state === 'in-force' ? undefined : state, find, after })
  const named = asked.filter((entry): entry is [string, string] => entry[1] !== undefined)
  return named.length > 0 ? `/desk/rules?${new URLSearchParams(named)}` : '/desk/rules'
}

/** Where a rule is made: from a comment, or about what stands in the address. */
export const newRuleAddress = (asked: { from?: string; kind?: Mark['kind']; value?: string }) =>
  `/desk/rules/new?${new URLSearchParams(Object.entries(asked).filter(([, value]) => value))}`

/** What waits in the queue and has what a rule goes by; of a whole network there is no such view. */
export function viewOfRule({ kind, value }: Mark): string | undefined {
  const author: QueueFilters = value.includes('@') ? { email: value } : { q: value }
  const filters = { author, address: { ip: value }, host: { host: value }, network: undefined }[kind]
  return filters && addressOf({ status: 'pending', filters, show: pageSizes[0] })
}
