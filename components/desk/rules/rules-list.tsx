'use client'

import { useActionState } from 'react'
import { Toast } from '@/components/ui/toast'
import type { ListedRule } from '@/lib/moderation/rules/types'
import { useWords } from '../language/words'
import type { EndAction } from './outcome'
import { RuleRow } from './rule-row'

interface RulesListProps {
  rules: ListedRule[]
  isOver: boolean
  end: EndAction
}

/** Rules with what each has caught; those in force can be ended here. */
export function RulesList({ rules, isOver, end }: RulesListProps) {
  const [outcome, act, isBusy] = useActionState(end, undefined)
  const { words, rich, sentenceFor } = useWords('rules')
  return (
    <div aria-busy={isBusy}>
      {rules.length > 0 && (
        <ul aria-label={words.title} className="divide-y divide-line rounded-lg border border-line bg-sheet">
          {rules.map((rule) => (
            <RuleRow key={rule.id} rule={rule} isOver={isOver} act={act} />
          ))}
        </ul>
      )}
      <Toast nonce={outcome?.nonce}>
        <p className="[overflow-wrap:anywhere]">
          {outcome?.kind === 'ended' && rich(words.endedNow, { value: <bdi>{outcome.name}</bdi> })}
          {outcome?.kind === 'refused' && sentenceFor(outcome.refusal)}
        </p>
      </Toast>
    </div>
  )
}
