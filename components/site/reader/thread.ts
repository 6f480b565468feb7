/** A link to a comment that stands on another page by now is followed to that page. */
export function findComment(chapter: string) {
  const { hash } = location
  if (/^#comment-[\da-f-]{36}$/.test(hash) && !document.querySelector(hash))
    location.replace(hash.replace('#comment-', `${chapter}/`))
}

/** The times of a month's comments as people say them, before the date. */
export function relativeTimes() {
  // In Arabic with the digits of the dates beside them.
  const language = document.documentElement.lang.replace('ar', 'ar-EG')
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  for (const time of document.querySelectorAll<HTMLTimeElement>('#comments time')) {
    const minutes = (Date.now() - Date.parse(time.dateTime)) / 60_000
    const [unit, length] = (
      minutes < 60 ? ['minute', 1] : minutes < 1_440 ? ['hour', 60] : ['day', 1_440]
    ) as [Intl.RelativeTimeFormatUnit, number]
    if (minutes < 43_200) time.prepend(`${format.format(-Math.round(minutes / length), unit)} · `)
  }
}
