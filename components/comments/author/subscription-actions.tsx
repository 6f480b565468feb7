import { authorWords } from '@/lib/i18n/author-words'
import { say } from '@/lib/i18n/words'
import { ActionForm, type ActionProps } from './action-form'

export function SubscriptionActions({ locale, comment, mailsOffered, ...page }: ActionProps) {
  const here = authorWords(locale)
  const { follow, email } = comment
  if (!mailsOffered || !email || comment.status === 'trash' || comment.status === 'spam') return null
  const wanted = follow && !follow.stopped
  const hint = !wanted ? here.followHint : follow.confirmed ? here.followOn : here.followAsked
  const daily = follow?.daily
  return (
    <>
      <ActionForm
        {...page}
        title={here.followTitle}
        {...(wanted
          ? { intent: 'stop', button: here.followStop }
          : { intent: 'follow', button: here.followButton })}
      >
        <p className="hint">{say(locale, hint, { email })}</p>
      </ActionForm>
      {wanted && follow.confirmed && (
        <ActionForm
          {...page}
          intent={daily ? 'at-once' : 'daily'}
          button={daily ? here.followAtOnce : here.followDaily}
        >
          <p className="hint">{daily ? here.followIsDaily : here.followIsAtOnce}</p>
        </ActionForm>
      )}
    </>
  )
}
