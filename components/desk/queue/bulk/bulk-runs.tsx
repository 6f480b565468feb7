'use client'

import type { StaffActor } from '@/lib/people/permissions'
import { useRouter } from 'next/navigation'
import { startTransition, useActionState, useEffect, useState } from 'react'
import { isAtWork, type BulkProgress } from '@/lib/moderation/bulk/types'
import { useWords } from '../../language/words'
import { BulkLine } from './bulk-line'
import type { BulkAction } from './outcome'

interface BulkRunsProps {
  runs: BulkProgress[]
  /** Who looks. */
  person: Pick<StaffActor, 'id' | 'role'>
  change: BulkAction
  read: (given: { ids: string[] }) => Promise<BulkProgress[]>
  isAlone?: boolean
}

// Often enough to see it move; it costs one row.
const everyMs = 1_000

/** Decisions about whole views that are at work, or were just now. They go on by themselves; this only looks. */
export function BulkRuns({ runs, person, change, read, isAlone }: BulkRunsProps) {
  const { words, sentenceFor } = useWords('bulk')
  const [outcome, act] = useActionState(change, undefined)
  const shown = useProgress(runs, read)
  if (shown.length === 0) return null
  return (
    <section
      aria-label={words.label}
      className="grid gap-4 rounded-lg border border-line bg-sheet px-4 py-3 text-[0.8125rem]"
    >
      {outcome && (
        <p role="alert" key={outcome.nonce} className="font-medium text-rubric">
          {sentenceFor(outcome.refusal)}
        </p>
      )}
      {shown.map((run) => (
        <BulkLine
          key={run.id}
          run={run}
          isOwn={run.by.id === person.id || person.role === 'admin'}
          act={act}
          isAlone={isAlone}
        />
      ))}
    </section>
  )
}

/** As they were when the page was made, and then as they are; when one has ended, the page is read anew. */
function useProgress(runs: BulkProgress[], read: BulkRunsProps['read']) {
  const router = useRouter()
  const [seen, setSeen] = useState({ of: runs, now: runs })
  // A page that was made anew knows more than what was read before.
  const now = seen.of === runs ? seen.now : runs
  useEffect(() => {
    const ids = now.filter(isAtWork).map(({ id }) => id)
    if (ids.length === 0) return
    const timer = setTimeout(() => {
      read({ ids })
        .then((fresh) => {
          const byId = new Map(fresh.map((run) => [run.id, run]))
          setSeen({ of: runs, now: now.map((run) => byId.get(run.id) ?? run) })
          if (fresh.some((run) => !isAtWork(run))) startTransition(() => router.refresh())
        })
        // Whatever it was, the next look may see more.
        .catch(() => setSeen({ of: runs, now: [...now] }))
    }, everyMs)
    return () => clearTimeout(timer)
  }, [now, runs, read, router])
  return now
}
