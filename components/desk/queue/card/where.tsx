import { chapterPath } from '@/lib/i18n/paths'
import type { QueuedComment } from '@/lib/moderation/queue/queries'
import { useName } from '../../language/use-name'
import { useWords } from '../../language/words'
import { OnlyThese, viewOf } from './author'

/** On which chapter a comment stands, and what it answers. */
export function Where({ comment }: { comment: QueuedComment }) {
  const { chapter, parent } = comment
  const { words, rich } = useWords('queue')
  const nameOf = useName()
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2 text-[0.8125rem] text-soft">
        <span>
          {rich(words.on, {
            chapter: (
              <a
                href={chapterPath(chapter.locale, chapter.slug)}
                className="text-ink underline decoration-rubric underline-offset-4"
                lang={chapter.locale}
              >
                <bdi>{chapter.title}</bdi>
              </a>
            ),
          })}{' '}
          <OnlyThese href={viewOf(comment, { chapter: chapter.id })} name={words.only.chapter} />
        </span>
      </p>
      {comment.answersDeleted && (
        <p className="text-[0.8125rem] text-soft">{words.changing.answersDeleted}</p>
      )}
      {parent && (
        <blockquote className="border-s-2 border-line ps-3 text-[0.8125rem] text-soft">
          <span className="font-medium">
            {rich(parent.removed ? words.inReplyToRemoved : words.inReplyTo, {
              name: <bdi>{nameOf(parent.name)}</bdi>,
            })}
          </span>{' '}
          <span className="line-clamp-2 [overflow-wrap:anywhere]" dir="auto">
            {parent.text}
          </span>
        </blockquote>
      )}
    </>
  )
}
