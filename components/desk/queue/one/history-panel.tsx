import type { ReactNode } from 'react'
import Link from 'next/link'
import { Badge, type Tone } from '@/components/ui/badge'
import { LocalTime } from '@/components/ui/local-time'
import { rich } from '@/components/ui/rich'
import { deskWords } from '@/lib/i18n/desk-words'
import type { Locale } from '@/lib/i18n/locales'
import { say } from '@/lib/i18n/say'
import type { CommentHistory as History, Happening } from '@/lib/moderation/decisions/history-queries'
import { OneButton, type ButtonAction } from '@/components/desk/spam/one-button'
import { happeningWords } from '../card/happening-words'
import type { EditAction, MoveAction } from '../changing/state'
import { UndoEdit, UndoMove } from '../changing/undo-change'
import { EditDiff } from './edit-diff'
import { nameOf } from '../../language/name-of'
import { ScreeningSteps } from '../card/screening-steps'

const tones: Record<string, Tone> = {
  change: 'warn',
  edit: 'warn',
  relocation: 'warn',
  decision: 'calm',
  verdict: 'warn',
  feedback: 'good',
}

/** One comment: what the rules said, and everything that has happened to it. */
interface HistoryPanelProps {
  locale: Locale
  history: History
  checkAgain: ButtonAction
  edit: EditAction
  move: MoveAction
  /** The comment itself. */
  card: ReactNode
  /** What stands around it. */
  children: ReactNode
}

export function HistoryPanel({
  locale: own,
  history,
  checkAgain,
  edit,
  move,
  card,
  children,
}: HistoryPanelProps) {
  const { queue, frame } = deskWords(own)
  const words = queue.one
  const { id, name, status, screening, happenings, traceUntil, lastEdit, lastMove } = history
  return (
    <div className="grid gap-6">
      <header className="grid gap-1">
        <Link href={`/desk/queue?status=${status}`} className="text-sm text-soft hover:text-ink">
          {say(own, words.back, { state: queue.states[status] })}
        </Link>
        <h1 className="font-serif text-2xl font-semibold [overflow-wrap:anywhere]">
          {rich(own, words.by, { name: <bdi>{nameOf(frame, name)}</bdi> })}
        </h1>
      </header>
      {card}
      {status === 'pending' && traceUntil && (
        <OneButton action={checkAgain} name={words.checkAgain} said={words.checking}>
          <input type="hidden" name="commentId" value={id} />
        </OneButton>
      )}
      {children}
      <section aria-labelledby="rules" className="grid gap-1">
        <h2 id="rules" className="text-sm font-semibold">
          {words.rules}
        </h2>
        <div className="text-[0.8125rem] text-soft">
          {screening.length ? (
            <ScreeningSteps locale={own} words={queue.held} steps={screening} />
          ) : (
            <p>{words.notScreened}</p>
          )}
        </div>
      </section>
      <section aria-labelledby="history" className="grid gap-2">
        <h2 id="history" className="text-sm font-semibold">
          {words.history}
        </h2>
        <ol className="divide-y divide-line rounded-lg border border-line bg-sheet">
          {happenings.map((happening, place) => (
            <li
              key={place}
              className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-4 py-2.5 text-[0.8125rem]"
            >
              <Badge tone={tones[happening.kind]}>{words.kinds[happening.kind]}</Badge>
              <WhoAndWhat locale={own} happening={happening} />
              <LocalTime at={happening.at} />
              {happening.kind === 'edit' && <EditDiff locale={own} edit={happening} />}
            </li>
          ))}
        </ol>
        {lastEdit && <UndoEdit name={queue.changing.history.undoEdit} editId={lastEdit} action={edit} />}
        {lastMove && <UndoMove name={queue.changing.history.undoMove} moveId={lastMove} action={move} />}
        <p className="text-[0.8125rem] text-soft">
          {traceUntil ? rich(own, words.erasedOn, { time: <LocalTime at={traceUntil} /> }) : words.erased}
        </p>
      </section>
    </div>
  )
}

function WhoAndWhat({ locale, happening }: { locale: Locale; happening: Happening }) {
  const { who, what } = happeningWords(locale, happening)
  return (
    <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
      <bdi className="font-medium">{who}</bdi> <span className="text-soft">{what}</span>
    </span>
  )
}
