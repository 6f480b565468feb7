import type { Metadata } from 'next'
import { LinkForm } from '@/components/desk/account/link-form'
import { GiveWords } from '@/components/desk/language/words'
import { rich } from '@/components/ui/rich'
import { changeToConfirm } from '@/lib/people/email-change/queries'
import { staffOrSignIn } from '../../../../../acting'
import { speakingTo, titled } from '../../../../../speaking'
import { confirmEmailAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const actor = await staffOrSignIn('change own account')
  return titled(actor, ({ own }) => own.confirm.title)
}

export default async function ConfirmEmailPage({ params }: { params: Promise<{ token: string }> }) {
  const actor = await staffOrSignIn('change own account')
  const [{ token }, { locale, words }] = await Promise.all([params, speakingTo(actor)])
  const { confirm } = words.own
  const change = await changeToConfirm(actor, token)
  return (
    <GiveWords words={{ own: words.own, problems: words.problems }}>
      <div className="mx-auto grid max-w-xl gap-4">
        <h1 className="font-serif text-2xl font-semibold">{change ? confirm.title : confirm.dead}</h1>
        {change ? (
          <>
            <p className="[overflow-wrap:anywhere]">
              {rich(locale, confirm.text, {
                email: <bdi className="font-medium">{change.toEmail}</bdi>,
                before: <bdi>{change.fromEmail}</bdi>,
              })}
            </p>
            <LinkForm button={confirm.button} action={confirmEmailAction.bind(null, token)} />
          </>
        ) : (
          <p>{confirm.deadText}</p>
        )}
        <p>
          <a className="text-sm underline decoration-rubric underline-offset-4" href="/desk/account">
            {confirm.back}
          </a>
        </p>
      </div>
    </GiveWords>
  )
}
