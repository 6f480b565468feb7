'use client'

import { useActionState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { LocalTime } from '@/components/ui/local-time'
import type { OwnSession } from '@/lib/people/sessions/queries'
import { useWords } from '../../language/words'
import { untouched, type SectionAction, type SectionState } from './own-state'
import { Section } from './section'
import { Told } from './told'

interface SessionsProps {
  sessions: OwnSession[]
  /** The id of the one in which this page is looked at. */
  here: string | undefined
  action: SectionAction
}

/** Where somebody is signed in, with an end to each. */
export function Sessions({ sessions, here, action }: SessionsProps) {
  const [state, end, pending] = useActionState(action, untouched)
  const { words } = useWords('own')
  return (
    <Section id="sessions" title={words.sessions.title}>
      <Told state={state} done={useDone(state)} />
      <p className="text-[0.8125rem] text-soft">{words.sessions.intro}</p>
      <ul className="divide-y divide-line rounded-md border border-line" aria-busy={pending}>
        {sessions.map((session) => (
          <Row key={session.id} session={session} isHere={session.id === here} end={end} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <form action={end}>
          <Button type="submit" name="deed" value="others" tone="danger">
            {words.sessions.endOthers}
          </Button>
        </form>
      )}
    </Section>
  )
}

function useDone({ done }: SectionState): string {
  const { words, say } = useWords('own')
  if (!done) return ''
  return done.what === 'ended'
    ? words.sessions.ended
    : say(words.sessions.othersEnded, { count: Number(done.value) })
}

interface RowProps {
  session: OwnSession
  isHere: boolean
  end: (form: FormData) => void
}

function Row({ session, isHere, end }: RowProps) {
  const { words, say, rich } = useWords('own')
  const { browsers, systems, ...here } = words.sessions
  const device = say(here.device, { browser: browsers[session.browser], system: systems[session.system] })
  const network = (name: string) => (name === 'unknown' ? here.nowhere : <bdi dir="ltr">{name}</bdi>)
  const isElsewhere = session.seenNetwork !== session.network
  return (
    <li className="grid items-center gap-x-4 gap-y-2 px-3 py-2.5 text-sm sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="grid min-w-0 gap-0.5 [overflow-wrap:anywhere]">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{device}</span>
          {isHere && <Badge tone="calm">{here.here}</Badge>}
        </p>
        <p className="text-[0.8125rem] text-soft">
          {rich(here.begun, {
            time: <LocalTime at={session.begunAt} />,
            network: network(session.network),
          })}
          {' · '}
          {rich(isElsewhere ? here.seenElsewhere : here.seen, {
            time: <LocalTime at={session.seenAt} />,
            network: network(session.seenNetwork),
          })}
        </p>
      </div>
      <form action={end}>
        <input type="hidden" name="sessionId" value={session.id} />
        <Button type="submit" name="deed" value="one" size="small">
          <span>
            {rich(here.end, {
              device,
              hidden: (inside) => <span className="sr-only">{inside}</span>,
            })}
          </span>
        </Button>
      </form>
    </li>
  )
}
