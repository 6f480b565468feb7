'use client'

import { useWords } from '../language/words'

/** What somebody does who has forgotten their password where no mail is sent. */
export function NoMail() {
  const { forgot } = useWords('account').words
  return (
    <div className="grid gap-3 text-sm">
      <p className="font-semibold">{forgot.noMailTitle}</p>
      <p>{forgot.noMailAdmin}</p>
      <p>{forgot.noMailMachine}</p>
      <Command text={forgot.noMailCommand} />
      <BackToSignIn />
    </div>
  )
}

/** What is typed on the site's own machine. */
export const Command = ({ text }: { text: string }) => (
  <code
    dir="ltr"
    className="rounded-md bg-tint px-3 py-2 text-start text-[0.8125rem] [overflow-wrap:anywhere]"
  >
    {text}
  </code>
)

export function BackToSignIn() {
  const { forgot } = useWords('account').words
  return (
    <p>
      <a className="text-sm underline decoration-rubric underline-offset-4" href="/sign-in">
        {forgot.back}
      </a>
    </p>
  )
}
