import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { Button, buttonLook } from '@/components/ui/button'
import { LocalTime } from '@/components/ui/local-time'
import type { ListedRule } from '@/lib/moderation/rules/types'
import { useWords } from '../language/words'
import { viewOfRule } from './addresses'

interface RuleRowProps {
  rule: ListedRule
  isOver: boolean
  act: (form: FormData) => void
}

const link = 'w-fit min-h-6 py-0.5 underline decoration-line underline-offset-4 hover:text-ink'

export function RuleRow({ rule, isOver, act }: RuleRowProps) {
  const { words, say, rich } = useWords('rules')
  const { id, kind, value, effect, reason, hits, lastHitAt } = rule
  const view = value === null ? undefined : viewOfRule({ kind, value })
  return (
    <li className="grid gap-1.5 px-4 py-3 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={effect === 'refuse' ? 'bad' : 'warn'}>{words.effects[effect]}</Badge>
        <span className="text-soft">{words.kinds[kind]}</span>
        {value === null ? (
          <span className="text-soft">{words.erased}</span>
        ) : (
          <bdi className="min-w-0 font-medium [overflow-wrap:anywhere]">{value}</bdi>
        )}
      </p>
      {reason && (
        <p dir="auto" className="text-start [overflow-wrap:anywhere]">
          {reason}
        </p>
      )}
      <p className="flex flex-wrap gap-x-3 gap-y-0.5 text-[0.8125rem] text-soft">
        <span>
          {lastHitAt
            ? rich(words.hitsLast, { count: hits, time: <LocalTime at={lastHitAt} short /> })
            : say(words.hits, { count: hits })}
        </span>
        <Making rule={rule} />
        <Ending rule={rule} isOver={isOver} />
        {view && (
          <Link href={view} className={link}>
            {words.see}
          </Link>
        )}
      </p>
      {!isOver && (
        <details className="text-[0.8125rem]">
          <summary className={`cursor-pointer list-none ${buttonLook({ size: 'small', tone: 'danger' })}`}>
            {rich(words.end, {
              value: value ?? '',
              hidden: (inside) => <span className="sr-only">{inside}</span>,
            })}
          </summary>
          <form action={act} className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="name" value={value ?? ''} />
            <p className="min-w-0 basis-72 grow text-soft">{words.endHint}</p>
            <Button type="submit" size="small" tone="danger">
              {words.endSure}
            </Button>
          </form>
        </details>
      )}
    </li>
  )
}

function Making({ rule: { by, createdAt } }: { rule: ListedRule }) {
  const { words, rich } = useWords('rules')
  const time = <LocalTime at={createdAt} />
  return <span>{by ? rich(words.madeBy, { name: <bdi>{by}</bdi>, time }) : rich(words.made, { time })}</span>
}

function Ending({ rule: { endsAt, endedAt, endedBy }, isOver }: { rule: ListedRule; isOver: boolean }) {
  const { words, rich } = useWords('rules')
  if (isOver && endedAt) {
    const time = <LocalTime at={endedAt} />
    return (
      <span>
        {endedBy ? rich(words.overBy, { name: <bdi>{endedBy}</bdi>, time }) : rich(words.over, { time })}
      </span>
    )
  }
  if (!endsAt) return <span>{words.noEnd}</span>
  return <span>{rich(isOver ? words.over : words.until, { time: <LocalTime at={endsAt} /> })}</span>
}
