import type { PublishedChapter } from '@/lib/chapters/reading/types'
import { day } from '@/lib/i18n/formats'
import { say, words } from '@/lib/i18n/words'
import { Sentence } from '@/components/site/sentence'

/** When the original was written and when it was published here: two dates that must not be taken for one. */
export function ChapterFacts({ chapter }: { chapter: PublishedChapter }) {
  const { locale, originalDate, publishedAt, minutes } = chapter
  const here = words(locale).chapter
  return (
    <ul className="facts" aria-label={here.facts}>
      {originalDate && (
        <li>
          <Sentence text={here.original} name="date">
            <time dateTime={originalDate.toISOString().slice(0, 10)}>{day(locale, originalDate)}</time>
          </Sentence>
        </li>
      )}
      <li>
        <Sentence text={here.published} name="date">
          <time dateTime={publishedAt.toISOString()}>{day(locale, publishedAt)}</time>
        </Sentence>
      </li>
      <li>{say(locale, here.minutes, { minutes })}</li>
    </ul>
  )
}
