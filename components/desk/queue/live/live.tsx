'use client'

import { useRouter } from 'next/navigation'
import {
  createContext,
  startTransition,
  use,
  useEffect,
  useEffectEvent,
  useState,
  type ReactNode,
} from 'react'
import { Eye } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { LocalTime } from '@/components/ui/local-time'
import { useWords } from '../../language/words'
import type { QueuedComment } from '@/lib/moderation/queue/queries'
import type { Status } from '../outcome'
import { lookersAt, nothingHeard, type Heard } from './heard'
import { useLive } from './use-live'

interface Context {
  heard: Heard
  person: string
  /** Comments that this tab has decided about itself: what others are told of them is no news here. */
  decided: ReadonlyMap<string, unknown>
  now: number
}

const Live = createContext<Context>({ heard: nothingHeard, person: '', decided: new Map(), now: 0 })

interface LiveListProps extends Omit<Context, 'heard' | 'now'> {
  /** When the list was read: milliseconds since 1970. */
  readAt: number
  /** Are new comments seen at the end of this list? */
  takesNew: boolean
  isEmpty: boolean
  children: ReactNode
}

/** A list of comments that is told what happens to them elsewhere, and tells which one is looked at here. */
export function LiveList({ readAt, takesNew, isEmpty, children, ...own }: LiveListProps) {
  const { heard, lookAt } = useLive(readAt)
  const now = useNow(heard.looking.size > 0)
  return (
    <Live value={{ heard, now, ...own }}>
      <div
        className="contents"
        onFocus={({ target }) =>
          lookAt(target.closest<HTMLElement>('[data-comment]')?.dataset.comment ?? null)
        }
        onBlur={({ relatedTarget, currentTarget }) => {
          if (!currentTarget.contains(relatedTarget)) lookAt(null)
        }}
      >
        {children}
      </div>
      <News heard={heard} takesNew={takesNew} isEmpty={isEmpty} />
    </Live>
  )
}

/** What has come meanwhile, and a way to see it: nothing moves under anybody's hand. An empty list fills itself. */
function News({ heard, takesNew, isEmpty }: { heard: Heard } & Pick<LiveListProps, 'takesNew' | 'isEmpty'>) {
  const { words, say } = useWords('queue')
  const router = useRouter()
  const readAnew = () => startTransition(() => router.refresh())
  const isNews = heard.isOld || (takesNew && heard.fresh > 0)
  const fill = useEffectEvent(readAnew)
  useEffect(() => {
    if (!isNews || !isEmpty) return
    const soon = setTimeout(fill, 300)
    return () => clearTimeout(soon)
  }, [isNews, isEmpty])
  return (
    <div role="status">
      {isNews && !isEmpty && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-line bg-sheet px-3 py-2 text-[0.8125rem]">
          {heard.isOld ? words.live.old : say(words.live.fresh, { count: heard.fresh })}
          <Button size="small" onClick={readAnew}>
            {words.live.show}
          </Button>
        </p>
      )}
    </div>
  )
}

/** In the row of a comment: that it stands elsewhere by now, or that somebody looks at it. */
export function LiveMark({ id, status }: { id: string; status: Status }) {
  const { heard, decided, now } = use(Live)
  const { words } = useWords('queue')
  const moved = heard.elsewhere.get(id)
  if (moved && moved.to !== status && !decided.has(id))
    return <Badge tone="warn">{words.states[moved.to]}</Badge>
  if (lookersAt(heard, id, now).length === 0) return null
  return <Eye role="img" aria-label={words.live.looked} className="size-3.5 shrink-0 self-center text-soft" />
}

/** In the card of a comment: what became of it elsewhere, and who else looks at it. */
export function LiveNotes({ comment }: { comment: Pick<QueuedComment, 'id' | 'status' | 'edited'> }) {
  const { id, status } = comment
  const { heard, person, decided, now } = use(Live)
  const { words, rich } = useWords('queue')
  const moved = heard.elsewhere.get(id)
  const lookers = lookersAt(heard, id, now)
  const isNews = moved && moved.to !== status && !decided.has(id)
  const name = (by: { id: string; name: string } | null) =>
    by?.id === person ? words.live.you : by ? <bdi>{by.name}</bdi> : words.live.rule
  const edited = heard.edited.get(id)
  // One's own edit is in the card already, and so is what came before the list was read.
  const isOther = edited && !(comment.edited && comment.edited.at >= new Date(edited.at))
  if (!isNews && !isOther && lookers.length === 0) return null
  return (
    <div className="grid gap-1 text-[0.8125rem]">
      {isNews && (
        <p
          role="status"
          className="rounded-md border border-line bg-warn-tint px-3 py-2 [overflow-wrap:anywhere]"
        >
          {rich(words.live.moved[moved.to], {
            who: name(moved.by),
            time: <LocalTime at={new Date(moved.at)} short />,
          })}
        </p>
      )}
      {isOther && (
        <p
          role="status"
          className="rounded-md border border-line bg-warn-tint px-3 py-2 [overflow-wrap:anywhere]"
        >
          {rich(words.live.edited, {
            who: name(edited.by),
            time: <LocalTime at={new Date(edited.at)} short />,
          })}
        </p>
      )}
      {lookers.map((by) => (
        <p key={by.id} className="text-soft [overflow-wrap:anywhere]">
          {by.id === person ? words.live.lookingYou : rich(words.live.looking, { who: name(by) })}
        </p>
      ))}
    </div>
  )
}

/** The time by which looks are over; it goes on while there are any. */
function useNow(isWanted: boolean) {
  const [now, setNow] = useState(0)
  const tell = useEffectEvent(() => setNow(Date.now()))
  useEffect(() => {
    if (!isWanted) return
    const timer = setInterval(tell, 10_000)
    return () => clearInterval(timer)
  }, [isWanted])
  return now
}
