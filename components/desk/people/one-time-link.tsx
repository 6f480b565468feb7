import { useEffect, useRef, useState } from 'react'
import { Copy } from 'lucide-react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import { LocalTime } from '@/components/ui/local-time'
import { useWords } from '../language/words'

interface OneTimeLinkProps {
  name: string
  link: string
  until: Date
  /** Where it has been mailed to, if there is a mail server. */
  mailedTo?: string
}

/** The link, this once. The focus comes here, with the link selected, so that it can be copied at once. */
export function OneTimeLink({ name, link, until, mailedTo }: OneTimeLinkProps) {
  const { words: people, say, rich } = useWords('people')
  const words = people.link
  const field = useRef<HTMLInputElement>(null)
  const [copied, tell] = useState('')
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link)
      tell(words.copied)
    } catch {
      // Browsers lend the clipboard to secure pages only.
      field.current?.focus()
      field.current?.select()
      tell(words.copyYourself)
    }
  }
  return (
    <Alert
      tone="good"
      title={mailedTo ? say(words.mailed, { email: mailedTo }) : words.title}
      className="grid gap-2.5"
    >
      <p>
        {rich(mailedTo ? words.mailedText : words.text, {
          name: <bdi className="font-medium">{name}</bdi>,
          time: <LocalTime at={until} />,
        })}
      </p>
      <Field id="link" label={say(words.label, { name })}>
        <div className="flex gap-2">
          <Input ref={field} id="link" value={link} readOnly dir="ltr" className="font-mono" />
          <Button onClick={() => void copy()}>
            <Copy aria-hidden="true" />
            {words.copy}
          </Button>
        </div>
      </Field>
      <p role="status" className="text-[0.8125rem] empty:-mt-2.5">
        {copied}
      </p>
    </Alert>
  )
}
