import { commentLimits } from '@/lib/comments/rules'
import { moment } from '@/lib/i18n/formats'
import { authorWords } from '@/lib/i18n/author-words'
import { say } from '@/lib/i18n/words'
import { ActionForm, type ActionProps } from './action-form'
import { SubscriptionActions } from './subscription-actions'
import { DataActions, Everything } from './data-actions'

export function AuthorActions(page: ActionProps) {
  const { locale, purpose, comment, notice } = page
  const here = authorWords(locale)
  if (purpose === 'confirm')
    return notice === 'confirmed' ? null : (
      <ActionForm {...page} intent="confirm" button={here.confirmButton}>
        <p>{say(locale, here.confirmHint, { email: comment.email })}</p>
      </ActionForm>
    )
  if (purpose === 'stop' || purpose === 'stop-all')
    return notice === 'stopped' || notice === 'stoppedAll' ? null : (
      <ActionForm {...page} intent={purpose} button={here.stopButton} />
    )
  if (purpose === 'everything') return <Everything {...page} />
  return (
    <>
      <Change {...page} />
      <SubscriptionActions {...page} />
      {comment.status !== 'trash' && (
        <ActionForm {...page} intent="withdraw" title={here.withdrawTitle} button={here.withdrawButton}>
          <p className="hint">{here.withdrawHint}</p>
        </ActionForm>
      )}
      <DataActions {...page} />
    </>
  )
}

function Change({ locale, comment, typed, ...page }: ActionProps) {
  const here = authorWords(locale)
  if (!comment.changeable) return null
  return (
    <ActionForm {...page} intent="change" title={here.editTitle} button={here.editButton}>
      <p className="hint" id="change-until">
        {comment.changeUntil
          ? say(locale, here.editUntil, { date: moment(locale, comment.changeUntil) })
          : here.editLater}
      </p>
      <textarea
        name="comment"
        rows={8}
        dir="auto"
        required
        defaultValue={typed ?? comment.text}
        aria-label={here.editTitle}
        aria-describedby="change-until"
        data-most={commentLimits.textBytes}
      />
    </ActionForm>
  )
}
