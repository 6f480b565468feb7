/** A link to a comment that stands on another page by now is followed to that page. */
export function findComment(chapter: string) {
  const id = location.hash.slice('#comment-'.length)
  if (/^#comment-[\da-f-]{36}$/.test(location.hash) && !document.querySelector(`#comment-${id}`))
    location.replace(`${chapter}/${id}`)
}

const units = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** Times of comments as people say them; the whole date stays in the title. */
export function relativeTimes() {
  const format = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: 'auto' })
  for (const time of document.querySelectorAll<HTMLTimeElement>('#comments time')) {
    const seconds = (Date.parse(time.dateTime) - Date.now()) / 1_000
    const [unit, length] = units.find(([, size]) => -seconds >= size) ?? units[4]
    time.title = time.textContent
    time.textContent = format.format(Math.round(seconds / length), unit)
  }
}
