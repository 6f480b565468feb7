import { markWish, newRule } from '@/lib/moderation/rules/schema'
import { ruleLimits } from '@/lib/moderation/rules/types'
import { characters, fieldOf, letters, type Twins } from './twin'

// Standing rules: what the staff types for them, and when they end.

const filled = (name: string, most: number) => ({
  typed: characters,
  least: 1,
  most,
  large: `${name}-long`,
  small: `${name}-missing`,
})

const [soon, later, never] = ['2030-01-01', '2031-01-01', '9999-12-31'].map((day) => new Date(day))

export const ofRules: Twins = {
  standing_rule_value_length: {
    kind: 'typed',
    row: letters('value'),
    fields: {
      'whom a rule is about': {
        take: fieldOf(markWish, { kind: 'author' }, 'value'),
        size: filled('value', ruleLimits.value),
      },
    },
    made: [{ value: null }],
  },
  standing_rule_reason_length: {
    kind: 'typed',
    row: letters('reason'),
    fields: {
      'why a rule was made': {
        take: fieldOf(newRule, { effect: 'hold' }, 'reason'),
        size: filled('rule-reason', ruleLimits.reason),
      },
    },
    made: [{ reason: null }],
  },
  standing_rule_over: {
    kind: 'made',
    rows: [
      { ends_at: null, ended_at: null, over_at: never },
      { ends_at: later, ended_at: null, over_at: later },
      { ends_at: later, ended_at: soon, over_at: soon },
      { ends_at: null, ended_at: soon, over_at: soon },
    ],
    never: [
      { ends_at: null, ended_at: null, over_at: soon },
      { ends_at: later, ended_at: soon, over_at: later },
      { ends_at: soon, ended_at: null, over_at: never },
    ],
  },
}
