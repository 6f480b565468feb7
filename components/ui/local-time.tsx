'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => {}
const hourNow = () => Math.floor(Date.now() / 3_600_000)

interface LocalTimeProps {
  at: Date | string
  /** The time of day alone, for something that has just happened. */
  short?: boolean
}

/** A moment in the time zone of whoever looks; in UTC until the browser has said which that is. */
export function LocalTime({ at, short }: LocalTimeProps) {
  const hour = useSyncExternalStore(never, hourNow, () => 0)
  const isHere = hour > 0
  const date = new Date(at)
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const today = short && isHere && hour - date.getTime() / 3_600_000 < 18
  const format = new Intl.DateTimeFormat('en-GB', {
    ...(today ? time : { day: 'numeric', month: 'short', year: 'numeric', ...time }),
    timeZone: isHere ? undefined : 'UTC',
  })
  return (
    <time dateTime={date.toISOString()} title={date.toISOString()} suppressHydrationWarning>
      {format.format(date)}
      {!isHere && ' UTC'}
    </time>
  )
}
