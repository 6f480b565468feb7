'use client'

import { useSyncExternalStore } from 'react'
import { dayAt, exactTime, localTime } from '@/lib/i18n/time/local-time'
import { useLanguage } from './language'

const never = () => () => {}

interface LocalTimeProps {
  at: Date | string
  /** The time of day alone, for something of today. */
  short?: boolean
}

/**
 * A moment by the clocks of whoever looks, the same in the page as it is sent and in the browser. A day that has ended
 * since is noticed when the page is drawn again.
 */
export function LocalTime({ at, short }: LocalTimeProps) {
  const { day, ...clock } = useLanguage()
  const today = useSyncExternalStore(
    never,
    () => dayAt(clock.zone, new Date()),
    () => day,
  )
  const date = new Date(at)
  return (
    // Two engines may know other months ('Sept', 'Sep'): what was sent stays.
    <time dateTime={date.toISOString()} title={exactTime(clock, date)} suppressHydrationWarning>
      {localTime(clock, date, { today, short })}
    </time>
  )
}
