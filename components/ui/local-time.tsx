'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => {}
const dayNow = () => new Date().toDateString()

interface LocalTimeProps {
  at: Date | string
  /** The time of day alone, for something of today. */
  short?: boolean
}

/** A moment in the time zone of whoever looks; in UTC until the browser has said which that is. */
export function LocalTime({ at, short }: LocalTimeProps) {
  const today = useSyncExternalStore(never, dayNow, () => undefined)
  const date = new Date(at)
  return (
    <time dateTime={date.toISOString()} title={date.toISOString()} suppressHydrationWarning>
      {written(date, { today, short })}
    </time>
  )
}

/** The moment as it is written; of `today` (a day of whoever looks), where it may be short, without its date. */
export function written(date: Date, { today, short }: { today?: string; short?: boolean }): string {
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const alone = short && date.toDateString() === today
  const format = new Intl.DateTimeFormat('en-GB', {
    ...(alone ? time : { day: 'numeric', month: 'short', year: 'numeric', ...time }),
    timeZone: today ? undefined : 'UTC',
  })
  return format.format(date) + (today ? '' : ' UTC')
}
