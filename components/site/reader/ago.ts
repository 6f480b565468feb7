/**
 * How long ago something was, as `Intl.RelativeTimeFormat` wants it: rounded before the unit is chosen, days by the
 * calendar of whoever reads, and never in the future. Nothing for what is a month ago, and nothing by a clock that is
 * minutes behind: then it is not known what time it is.
 */
export function ago(then: number, now: number): [number, Intl.RelativeTimeFormatUnit] | undefined {
  const minutes = (now - then) / 60_000
  const days = (new Date(now).setHours(0, 0, 0, 0) - new Date(then).setHours(0, 0, 0, 0)) / 86_400_000
  const [count, unit] = (
    minutes < 59.5 ? [minutes, 'minute'] : minutes < 1_410 ? [minutes / 60, 'hour'] : [days, 'day']
  ) as [number, Intl.RelativeTimeFormatUnit]
  return minutes > -10 && days < 31 ? [-Math.max(0, Math.round(count)), unit] : undefined
}
