import { LocalTime } from '@/components/ui/local-time'
import { useWords } from '../language/words'
import type { Refusal } from './outbox/outbox'
import { whoDecided } from './who-decided'

type Lost = Pick<Extract<Refusal, { kind: 'already-moved' }>, 'now' | 'by' | 'rule' | 'at'>

/** Somebody else was first: who, and when. */
export function AlreadyMoved({ now, by, rule, at }: Lost) {
  const { words, locale, rich } = useWords('queue')
  return rich(words.already[now], {
    who: whoDecided(locale, { by, rule }),
    time: <LocalTime at={at} short />,
  })
}
