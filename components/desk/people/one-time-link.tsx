import { useEffect, useRef, useState } from 'react'
import { Copy } from 'lucide-react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import { LocalTime } from '@/components/ui/local-time'
import { isolated } from '@/lib/i18n/isolated'

/** The link, this once. The focus comes here, with the link selected, so that it can be copied at once. */
export function OneTimeLink({ name, link, until }: { name: string; link: string; until: Date }) {
  const field = useRef<HTMLInputElement>(null)
  const [copied, say] = useState('')
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link)
      say('Copied.')
    } catch {
      // Browsers lend the clipboard to secure pages only.
      field.current?.focus()
      field.current?.select()
      say('Please copy the selected text.')
    }
  }
  return (
    <Alert tone="good" title="Send this link yourself: it is not shown again" className="grid gap-2.5">
      <p>
        By it <bdi className="font-medium">{name}</bdi> sets a password. It works once, until{' '}
        <LocalTime at={until} />. Whoever else has it could use it too.
      </p>
      <Field id="link" label={`Link for ${isolated('en', name)}`}>
        <div className="flex gap-2">
          <Input ref={field} id="link" value={link} readOnly className="font-mono" />
          <Button onClick={() => void copy()}>
            <Copy aria-hidden="true" />
            Copy
          </Button>
        </div>
      </Field>
      <p role="status" className="text-[0.8125rem] empty:-mt-2.5">
        {copied}
      </p>
    </Alert>
  )
}
