import { useEffect, useRef, useState } from 'react'
import { Copy, Download } from 'lucide-react'
import { Alert } from '@/components/ui/alert'
import { Button, buttonLook } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { useWords } from '../../language/words'
import { FactorForm } from './factor-form'
import { Part } from './part'
import type { PartProps } from './section'

/** How many recovery codes are left, and a way to make new ones. */
export function RecoveryCodes({ left, state, act }: PartProps & { left: number }) {
  const { words, say } = useWords('secondFactor')
  const { title, text, left: said, makeNew } = words.recovery
  return (
    <Part id="recovery-codes" title={title} text={text}>
      <FactorForm
        deed="new recovery codes"
        state={state}
        act={act}
        className="flex flex-wrap items-center gap-x-4 gap-y-2"
      >
        <p className="text-sm">{say(said, { count: left })}</p>
        <Button type="submit" className="min-h-11 sm:min-h-9">
          {makeNew}
        </Button>
      </FactorForm>
    </Part>
  )
}

/** The codes, this once. The focus comes here. */
export function NewRecoveryCodes({ codes }: { codes: readonly string[] }) {
  const { recovery } = useWords('secondFactor').words
  const list = useRef<HTMLOListElement>(null)
  const [told, tell] = useState('')
  const text = `${codes.join('\n')}\n`
  useEffect(() => list.current?.focus(), [])
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => tell(recovery.copied),
      () => tell(recovery.copyYourself),
    )
  return (
    <Alert tone="good" title={recovery.newTitle} className="grid gap-2.5">
      <p>{recovery.newText}</p>
      <ol
        ref={list}
        tabIndex={-1}
        dir="ltr"
        aria-label={recovery.list}
        className="grid gap-x-6 gap-y-1 rounded-md bg-sheet p-3 font-mono text-sm sm:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <p className="flex flex-wrap gap-2">
        {/* Browsers lend the clipboard to secure pages only. */}
        <Button
          onClick={() => ('clipboard' in navigator ? void copy() : tell(recovery.copyYourself))}
          className="min-h-11 sm:min-h-9"
        >
          <Copy aria-hidden="true" />
          {recovery.copy}
        </Button>
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download={`${recovery.title}.txt`}
          className={cn(buttonLook(), 'min-h-11 sm:min-h-9')}
        >
          <Download aria-hidden="true" />
          {recovery.save}
        </a>
      </p>
      <p role="status" className="text-[0.8125rem] empty:-mt-2.5">
        {told}
      </p>
    </Alert>
  )
}
