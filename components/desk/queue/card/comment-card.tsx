import { CommentText } from '@/components/comments/comment-text'
import { Button } from '@/components/ui/button'
import { LocalTime } from '@/components/ui/local-time'
import type { QueuedComment } from '@/lib/moderation/queue/queries'
import { buttonName, buttonsFor } from './buttons'
import { Changed } from './changed'
import { Evidence } from './evidence'
import { useName } from '../../language/use-name'
import { useWords } from '../../language/words'
import { ReplyForm, type ReplyAction } from './reply-form'
import { WhyHeld } from './why-held'
import { chapterPath } from '@/lib/i18n/paths'

interface CommentCardProps {
  comment: QueuedComment
  reply: ReplyAction
  act: (form: FormData) => void
  isBusy: boolean
}

export function CommentCard({ comment, act, isBusy, reply }: CommentCardProps) {
  const { id, text, locale, sentAt, chapter, parent, takenAway } = comment
  const { words, locale: own, rich, sentenceFor } = useWords('queue')
  const nameOf = useName()
  const name = nameOf(comment.name)
  return (
    <article
      tabIndex={-1}
      data-comment={id}
      aria-labelledby={`author-${id}`}
      className="grid gap-x-6 gap-y-3 rounded-lg border border-line bg-sheet p-4 outline-offset-0 md:grid-cols-[13rem_minmax(0,1fr)]"
    >
      <header className="grid content-start gap-0.5 text-[0.8125rem] text-soft [overflow-wrap:anywhere]">
        <h2 id={`author-${id}`} className="text-sm font-semibold text-ink">
          <bdi>{name}</bdi>
        </h2>
        {comment.email && (
          <span>
            <bdi>{comment.email}</bdi>
          </span>
        )}
        {comment.url && <AuthorUrl url={comment.url} />}
        {comment.ip && (
          <span>
            <bdi>{comment.ip}</bdi>
          </span>
        )}
        <LocalTime at={sentAt} />
      </header>
      <div className="grid min-w-0 content-start gap-3">
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
            })}
          </span>
        </p>
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
        <div
          lang={locale}
          {...(isLong(text) && { tabIndex: 0, role: 'group', 'aria-label': words.text })}
          className="max-h-[32rem] overflow-y-auto font-serif text-[1.0625rem] leading-relaxed [overflow-wrap:anywhere]"
        >
          <CommentText text={text} target="_blank" />
        </div>
        {comment.changed && <Changed words={words} own={own} changed={comment.changed} locale={locale} />}
        {takenAway && <p className="text-[0.8125rem] font-medium">{sentenceFor(`${takenAway}-by-author`)}</p>}
        <Evidence comment={comment} />
        <WhyHeld comment={comment} />
        <form action={act} className="flex flex-wrap gap-2">
          <input type="hidden" name="commentId" value={id} />
          <input type="hidden" name="seen" value={comment.status} />
          <input type="hidden" name="read" value={comment.seal} />
          <input type="hidden" name="name" value={name} />
          {buttonsFor(comment.status, { takenAway: Boolean(takenAway), before: comment.before }).map(
            (button) => (
              <Button
                key={button.does}
                type="submit"
                name="becomes"
                value={button.becomes}
                tone={button.tone}
                size="small"
                disabled={isBusy}
                data-key={button.keys}
              >
                {buttonName(words, button)}
              </Button>
            ),
          )}
        </form>
        {!takenAway && (comment.status === 'pending' || comment.status === 'approved') && (
          <ReplyForm
            id={id}
            name={name}
            status={comment.status}
            seal={comment.seal}
            locale={chapter.locale}
            action={reply}
          />
        )}
      </div>
    </article>
  )
}

// May not fit: then the keyboard must be able to scroll it.
const isLong = (text: string) => text.length > 400 || text.split('\n').length > 12

// Shown as it is; followed only when it leads to the web, and without telling that we came from the desk.
function AuthorUrl({ url }: { url: string }) {
  const isWeb = URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol)
  if (!isWeb)
    return (
      <span>
        <bdi>{url}</bdi>
      </span>
    )
  return (
    <a
      href={url}
      rel="nofollow ugc noopener noreferrer"
      target="_blank"
      className="underline underline-offset-2"
    >
      <bdi>{url}</bdi>
    </a>
  )
}
