import { z } from 'zod'
import { countReads } from '@/lib/chapters/counts/reads-commands'
import { countSearches } from '@/lib/chapters/counts/searches-commands'
import { locales } from '@/lib/i18n/locales'
import { ReadCounter } from './read-counter'
import { SearchCounter } from './search-counter'

interface Counters {
  reads: Pick<ReadCounter, 'note'>
  searches: Pick<SearchCounter, 'note'>
}

/** Counts in this process, and how to stop that. */
export function startCounting() {
  const [reads, searches] = [new ReadCounter(countReads), new SearchCounter(countSearches)]
  return { counters: { reads, searches }, stops: [reads.start(), searches.start()] }
}

/** In a copy: tells the process that started it, which counts for all of them. */
export const countedElsewhere: Counters = {
  reads: { note: (...reading) => send({ reading }) },
  searches: { note: (...search) => send({ search }) },
}

/** In the process that started copies: counts what they tell. */
export function countMessage({ reads, searches }: Counters, message: unknown) {
  const { reading, search } = counted.safeParse(message).data ?? {}
  if (reading) reads.note(...reading)
  if (search) searches.note(...search)
}

const counted = z.object({
  reading: z.tuple([z.string(), z.string(), z.string()]).optional(),
  search: z.tuple([z.string(), z.string(), z.enum(locales), z.string()]).optional(),
})
const send = (news: z.output<typeof counted>) => void process.send?.(news)
