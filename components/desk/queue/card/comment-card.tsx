import Link from 'next/link'
import { CommentText } from '@/components/comments/comment-text'
import { Button } from '@/components/ui/button'
import { LocalTime } from '@/components/ui/local-time'
import type { QueuedComment } from '@/lib/moderation/queue/queries'
import { buttonName, buttonsFor } from './buttons'
import { Author } from './author'
import { Row } from '../density/row'
import { SelectBox, type Choice } from './select-box'
import { newRuleAddress } from '../../rules/addresses'
import { WhyBack } from './why-back'
import type { Refusal } from '../outbox/outbox'
import type { Status } from '../outcome'
import { Changed } from './changed'
import { Evidence } from './evidence'
import { useName } from '../../language/use-name'
import { useWords } from '../../language/words'
import { LiveNotes } from '../live/live'
import { ReplyForm, type ReplyAction } from './reply-form'
import { ChangeLinks } from '../changing/change-links'
import { EditForm } from '../changing/edit-form'
import { EditOutcome } from '../changing/edit-outcome'
import { shownBy } from '../changing/shown'
import type { Changing } from '../changing/state'
import { useEdit } from '../changing/use-edit'
import { Where } from './where'
import { WhyHeld } from './why-held'

interface CommentCardProps {
  comment: QueuedComment
  reply: ReplyAction
  /** Absent: it is only decided about here. */
  change?: Changing
  /** For a button that is pressed before scripts have arrived. */
  act: (form: FormData) => void
  decide: (becomes: Status) => void
  /** Why it is here again. */
  refusal?: Refusal
  dismiss: () => void
  /** Absent: it is no one of several. */
  choice?: Choice
  /** Is it a row where there is room for a pane beside it, and the one that stands in the pane? */
  isRow?: boolean
  isCurrent?: boolean
  /** Is it on its own page, where what the rules said stands below it? */
  isAlone?: boolean
}

export function CommentCard({ isRow = false, isCurrent = false, ...card }: CommentCardProps) {
  const { comment, refusal, choice } = card
  return (
    <article
      tabIndex={-1}
      data-comment={comment.id}
      aria-labelledby={`author-${comment.id}`}
      aria-current={isCurrent ? 'true' : undefined}
      className={`${cardLook} ${isRow ? 'reading-row' : ''}`}
    >
      {isRow && choice && <Row comment={comment} isBack={refusal !== undefined} choice={choice} />}
      <div className={isRow ? 'reading-pane' : 'contents'}>
        <div className={isRow ? undefined : 'contents'}>
          <Card {...card} isInPane={isRow} />
        </div>
      </div>
    </article>
  )
}

const cardLook =
  'grid gap-x-6 gap-y-3 rounded-lg border border-line bg-sheet p-4 outline-offset-0 has-checked:border-rubric md:grid-cols-[13rem_minmax(0,1fr)]'

type CardProps = Omit<CommentCardProps, 'isRow' | 'isCurrent'> & { isInPane: boolean }

function Card({ comment: listed, change, ...card }: CardProps) {
  const { act, decide, reply, refusal, dismiss, choice, isInPane, isAlone } = card
  const edit = useEdit(listed, change?.edit)
  const comment = edit.shown
  const { id, text, locale, sentAt, chapter, takenAway } = comment
  const { words, locale: own, rich, sentenceFor } = useWords('queue')
  const nameOf = useName()
  const name = nameOf(comment.name)
  return (
    <>
      <header className="grid content-start gap-0.5 text-[0.8125rem] text-soft [overflow-wrap:anywhere]">
        <div className="flex items-start gap-2">
          {choice && (
            <span className={isInPane ? 'lg:hidden' : 'contents'}>
              <SelectBox id={id} {...choice} />
            </span>
          )}
          <div className="grid min-w-0 gap-0.5">
            <Author comment={comment} />
            <LocalTime at={sentAt} />
          </div>
        </div>
      </header>
      <div className="grid min-w-0 content-start gap-3">
        <Where comment={comment} />
        <div
          lang={locale}
          {...(isLong(text) && { tabIndex: 0, role: 'group', 'aria-label': words.text })}
          className="max-h-[32rem] overflow-y-auto font-serif text-[1.0625rem] leading-relaxed [overflow-wrap:anywhere]"
        >
          <CommentText text={text} target="_blank" show={shownBy(comment.disguises)} />
        </div>
        {edit.isOpen && (
          <EditForm
            comment={listed}
            state={edit.state}
            action={edit.save}
            isPending={edit.isPending}
            takesFocus
          >
            <Button size="small" tone="quiet" onClick={edit.close}>
              {words.changing.edit.cancel}
            </Button>
          </EditForm>
        )}
        {change && <EditOutcome state={edit.state} undo={edit.undo} isPending={edit.isPending} />}
        {comment.edited && (
          <p className="text-[0.8125rem] text-soft">
            {rich(words.changing.edited, {
              who: <bdi>{comment.edited.by}</bdi>,
              time: <LocalTime at={comment.edited.at} />,
            })}
          </p>
        )}
        {comment.changed && <Changed words={words} own={own} changed={comment.changed} locale={locale} />}
        {takenAway && <p className="text-[0.8125rem] font-medium">{sentenceFor(`${takenAway}-by-author`)}</p>}
        <Evidence comment={comment} />
        {!isAlone && <WhyHeld comment={comment} />}
        <LiveNotes comment={comment} />
        {refusal && <WhyBack refusal={refusal} dismiss={dismiss} />}
        <form
          action={act}
          onSubmit={(event) => {
            event.preventDefault()
            const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement
            decide(button.value as Status)
          }}
          className="flex flex-wrap gap-2"
        >
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
                data-key={button.keys}
              >
                {buttonName(words, button)}
              </Button>
            ),
          )}
        </form>
        {change && (
          <ChangeLinks
            comment={comment}
            mayDelete={change.mayDelete}
            openEdit={edit.open}
            editLink={edit.link}
          />
        )}
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
        <Link
          href={newRuleAddress({ from: id })}
          className="inline-flex min-h-6 w-fit items-center text-[0.8125rem] text-soft hover:text-ink hover:underline pointer-coarse:min-h-11"
        >
          {words.always}
        </Link>
      </div>
    </>
  )
}

// May not fit: then the keyboard must be able to scroll it.
const isLong = (text: string) => text.length > 400 || text.split('\n').length > 12
