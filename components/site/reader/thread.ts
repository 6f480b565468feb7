import { ago } from './ago'

/** A link to a comment that stands on another page by now is followed to that page. */
export function findComment(chapter: string) {
  const { hash } = location
  if (/^#comment-[\da-f-]+$/.test(hash) && !document.querySelector<HTMLElement>(hash))
    location.replace(hash.replace('#comment-', () => `${chapter}/`))
}

/** The times of a month's comments as people say them, before the date. */
export function relativeTimes() {
  // The thread says which region's habits its dates follow, such as their digits.
  const format = new Intl.RelativeTimeFormat(document.querySelector<HTMLElement>('#comments')?.lang, {
    numeric: 'auto',
  })
  for (const time of document.querySelectorAll<HTMLTimeElement>('#comments time')) {
    const said = ago(Date.parse(time.dateTime), Date.now())
    if (said) time.prepend(`${format.format(...said)} · `)
  }
}
