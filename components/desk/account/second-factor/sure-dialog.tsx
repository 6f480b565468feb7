'use client'

import { useEffect, useId, useRef } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import { useWords, useWordsIfGiven } from '../../language/words'
import { usePasskeyAnswer, useTakesPasskeys } from './use-passkeys'

/**
 * Asks who has pressed a button for the password or a passkey once more. It stands inside the form of the button, so what
 * was pressed goes on with it, with scripts and without: `proved` of app/(desk)/proving.ts reads both fields. A new key
 * for each answer shows it anew.
 */
export function SureDialog({ refusal }: { refusal: string }) {
  const { words, sentenceFor, rich } = useWords('secondFactor')
  const provider = useWordsIfGiven('provider')
  const { sure, signIn } = words
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const { field, failed, ask } = usePasskeyAnswer()
  const takesPasskeys = useTakesPasskeys()
  useEffect(() => {
    // It was sent open, for who has no scripts.
    dialog.current?.close()
    dialog.current?.showModal()
  }, [])
  return (
    <dialog
      open
      ref={dialog}
      aria-labelledby={`${id}-title`}
      className="static m-auto w-[min(24rem,calc(100vw-2rem))] rounded-lg border border-line bg-sheet p-5 text-ink shadow-xl backdrop:bg-ink/40 [&:modal]:fixed"
    >
      <div className="grid gap-4">
        <header className="grid gap-1">
          <h2 id={`${id}-title`} className="font-serif text-lg font-semibold">
            {sure.title}
          </h2>
          <p className="text-sm text-soft">{sure.text}</p>
        </header>
        {(failed || refusal !== 'proof-needed') && (
          <Alert tone="bad" urgent>
            {failed ? signIn.notAsked : sentenceFor(refusal)}
          </Alert>
        )}
        <Field id={`${id}-password`} label={sure.password}>
          <Input
            id={`${id}-password`}
            name="sure-password"
            type="password"
            autoComplete="current-password"
            className="min-h-11"
            autoFocus
          />
        </Field>
        <input ref={field} type="hidden" name="sure-passkey" defaultValue="" />
        {provider && (
          <p className="text-sm">
            {rich(provider.sure, {
              link: (inside) => (
                <a className="underline decoration-rubric underline-offset-4" href="/sign-in?again">
                  {inside}
                </a>
              ),
            })}
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" tone="main" className="min-h-11">
            {sure.goOn}
          </Button>
          {takesPasskeys && (
            <Button onClick={ask} className="min-h-11">
              {sure.passkey}
            </Button>
          )}
          <Button tone="quiet" onClick={() => dialog.current?.close()} className="min-h-11">
            {sure.cancel}
          </Button>
        </div>
      </div>
    </dialog>
  )
}
