import { deskWords } from '@/lib/i18n/desk-words'

const { forgot: words } = deskWords

/** What somebody does who has forgotten their password where no mail is sent. */
export function NoMail() {
  return (
    <div className="grid gap-3 text-sm">
      <p className="font-semibold">{words.noMailTitle}</p>
      <p>{words.noMailAdmin}</p>
      <p>{words.noMailMachine}</p>
      <code className="rounded-md bg-tint px-3 py-2 text-[0.8125rem] [overflow-wrap:anywhere]">
        {words.noMailCommand}
      </code>
      <BackToSignIn />
    </div>
  )
}

export const BackToSignIn = () => (
  <p>
    <a className="text-sm underline decoration-rubric underline-offset-4" href="/sign-in">
      {words.back}
    </a>
  </p>
)
