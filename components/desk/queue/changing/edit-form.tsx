import type { ReactNode } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { described, Field, Input, Select, Textarea } from '@/components/ui/field'
import { keepTracesDays } from '@/lib/comments/rules'
import { editReasonCodes } from '@/lib/i18n/statements/codes'
import { editReason } from '@/lib/i18n/statements/words'
import type { QueuedComment } from '@/lib/moderation/queue/queries'
import { useName } from '../../language/use-name'
import { useWords } from '../../language/words'
import { ChangedSince } from './since'
import type { EditState } from './state'

interface EditFormProps {
  comment: QueuedComment
  state: EditState
  action: (form: FormData) => void
  isPending: boolean
  /** Does it open under somebody's hand? */
  takesFocus?: boolean
  /** A way out, beside the button that saves. */
  children: ReactNode
}

/** The fields of a comment that the staff may change, with why. */
export function EditForm({ comment, state, action, isPending, takesFocus, children }: EditFormProps) {
  const { words: queue, say, locale, sentenceFor } = useWords('queue')
  const nameOf = useName()
  const words = queue.changing.edit
  const { id, version, chapter, byStaff } = comment
  const { refusal, since, problems = {} } = state
  const typed = state.typed ?? {
    name: comment.name,
    url: comment.url ?? '',
    text: comment.text,
    why: '',
    reason: '',
  }
  const field = (name: keyof typeof typed, hasHint = false) => {
    const problem = problems[name] && sentenceFor(problems[name])
    const at = `edit-${name}-${id}`
    return { field: { id: at, problem }, control: { ...described(at, problem, hasHint), name } }
  }
  const [name, url, text, why, reason] = [
    field('name', byStaff),
    field('url'),
    field('text'),
    field('why'),
    field('reason', true),
  ]
  return (
    <form
      // React empties a form after its action: made anew, it has what was typed, or what stands there now.
      key={`${state.nonce} ${version}`}
      action={action}
      aria-label={say(words.title, { name: nameOf(comment.name) })}
      className="grid gap-3 text-sm"
    >
      <input type="hidden" name="deed" value="save" />
      <input type="hidden" name="commentId" value={id} />
      <input type="hidden" name="version" value={version} />
      {refusal && (
        <Alert tone="bad" urgent>
          {since ? <ChangedSince since={since} /> : sentenceFor(refusal)}
        </Alert>
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        <Field {...name.field} label={words.name} hint={byStaff ? words.nameOfStaff : undefined}>
          <Input
            {...name.control}
            dir="auto"
            autoComplete="off"
            readOnly={byStaff}
            defaultValue={typed.name}
          />
        </Field>
        <Field {...url.field} label={words.url}>
          <Input {...url.control} dir="ltr" inputMode="url" autoComplete="off" defaultValue={typed.url} />
        </Field>
      </div>
      <Field {...text.field} label={words.text}>
        <Textarea
          {...text.control}
          rows={8}
          dir="auto"
          lang={chapter.locale}
          defaultValue={typed.text}
          autoFocus={takesFocus}
        />
      </Field>
      <div className="grid gap-3 sm:grid-cols-[minmax(0,14rem)_minmax(0,1fr)]">
        <Field {...why.field} label={words.why}>
          <Select {...why.control} defaultValue={typed.why}>
            <option value="">{words.whyNone}</option>
            {editReasonCodes.map((code) => (
              <option key={code} value={code}>
                {editReason(locale, code)}
              </option>
            ))}
          </Select>
        </Field>
        <Field {...reason.field} label={words.reason} hint={words.reasonHint}>
          <Input {...reason.control} dir="auto" autoComplete="off" defaultValue={typed.reason} />
        </Field>
      </div>
      <p className="text-[0.8125rem] text-soft">{say(words.intro, { days: keepTracesDays })}</p>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="main" size="small" disabled={isPending}>
          {words.save}
        </Button>
        {children}
      </div>
    </form>
  )
}
