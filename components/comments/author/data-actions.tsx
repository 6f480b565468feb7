import { authorWords } from '@/lib/i18n/author-words'
import { say } from '@/lib/i18n/words'
import { ActionForm, type ActionProps } from './action-form'

export function DataActions(page: ActionProps) {
  const here = authorWords(page.locale)
  const { email, status } = page.comment
  return (
    <>
      <ActionForm {...page} intent="export" title={here.dataTitle} button={here.dataButton}>
        <p className="hint">{here.dataHint}</p>
      </ActionForm>
      <Erase {...page} hint={here.eraseHint} />
      {page.mailsOffered && email && status !== 'spam' && (
        <ActionForm {...page} intent="send-everything" button={here.everythingButton}>
          <p className="hint">{say(page.locale, here.everythingHint, { email })}</p>
        </ActionForm>
      )}
    </>
  )
}

export function Everything(page: ActionProps) {
  const here = authorWords(page.locale)
  return (
    <>
      <ActionForm {...page} intent="export" button={here.dataButton}>
        <p>{say(page.locale, here.everythingFor, { email: page.comment.email })}</p>
        <p className="hint">{here.dataHintAll}</p>
      </ActionForm>
      <Erase {...page} hint={here.eraseHintAll} />
    </>
  )
}

function Erase({ hint, ...page }: ActionProps & { hint: string }) {
  const here = authorWords(page.locale)
  return (
    <ActionForm {...page} intent="erase" button={here.eraseButton}>
      <p className="hint">{hint}</p>
      <label className="choice">
        <input type="checkbox" name="sure" value="yes" required /> {here.eraseSure}
      </label>
    </ActionForm>
  )
}
