import { LocalTime } from '@/components/ui/local-time'
import { useWords } from '../../language/words'
import type { Since } from './state'

/** Who has changed a comment meanwhile, and when. */
export function ChangedSince({ since: { by, at } }: { since: Since }) {
  const { words, rich } = useWords('queue')
  const time = at ? <LocalTime at={at} short /> : ''
  return by === null
    ? rich(words.changing.sinceByAuthor, { time })
    : rich(words.changing.since, { who: <bdi>{by}</bdi>, time })
}

/** Who has moved it meanwhile, and when; the sentence of the refusal where nobody knows. */
export function MovedSince({ refusal, since }: { refusal: string; since?: Since }) {
  const { words, rich, sentenceFor } = useWords('queue')
  if (!since?.by) return sentenceFor(refusal)
  return rich(words.changing.movedSince, {
    who: <bdi>{since.by}</bdi>,
    time: since.at ? <LocalTime at={since.at} short /> : '',
  })
}
