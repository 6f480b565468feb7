import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'

interface KeysHelpProps {
  areOn: boolean
  toggle: () => void
  isHelpOpen: boolean
  setHelp: (open: boolean) => void
}

const keys: readonly (readonly [string, string])[] = [
  ['J, K', 'next comment, the one before'],
  ['A', 'approve'],
  ['U', 'put back to pending (H as well)'],
  ['S', 'spam'],
  ['D', 'trash (T as well)'],
  ['R', 'reply; in the spam and the trash, restore'],
  ['Z', 'undo, as often as you like'],
  ['X', 'select'],
  ['Shift + X', 'select everything from the last one that was touched'],
  ['Shift + A, U, S, D', 'the same with all that are selected'],
  ['?', 'this list'],
]

/** Which keys there are, and a way to switch them off (WCAG 2.1.4). */
export function KeysHelp({ areOn, toggle, isHelpOpen, setHelp }: KeysHelpProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (isHelpOpen) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isHelpOpen])
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-[0.8125rem] text-soft">
      <label className="flex w-fit min-h-6 items-center gap-2">
        <input type="checkbox" checked={areOn} onChange={toggle} className="accent-rubric" />
        Keyboard: J and K move, A approves, S is spam, D trash, Z undoes
      </label>
      <Button size="small" tone="quiet" onClick={() => setHelp(true)}>
        All keys (?)
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby="keys-title"
        onClose={() => setHelp(false)}
        className="m-auto w-[min(32rem,calc(100vw-2rem))] rounded-lg border border-line bg-sheet p-5 text-ink shadow-xl backdrop:bg-ink/40"
      >
        <h2 id="keys-title" className="font-serif text-lg font-semibold">
          Keys of the queue
        </h2>
        <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
          {keys.map(([key, does]) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="rounded border border-edge/60 px-1.5 py-0.5 font-sans text-[0.8125rem]">
                  {key}
                </kbd>
              </dt>
              <dd className="text-soft">{does}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog" className="mt-4">
          <Button type="submit" size="small">
            Close
          </Button>
        </form>
      </dialog>
    </div>
  )
}
