import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { useWords } from '../../language/words'

interface KeysHelpProps {
  areOn: boolean
  toggle: () => void
  isHelpOpen: boolean
  setHelp: (open: boolean) => void
}

const keys = {
  move: 'J, K',
  approve: 'A',
  hold: 'U',
  spam: 'S',
  trash: 'D',
  reply: 'R',
  edit: 'E',
  relocate: 'M',
  undo: 'Z',
  select: 'X',
  range: 'X',
  chosen: 'A, U, S, D',
  help: '?',
} as const
const isWithShift = (one: keyof typeof keys) => one === 'range' || one === 'chosen'
const does = Object.keys(keys) as (keyof typeof keys)[]

/** Which keys there are, and a way to switch them off (WCAG 2.1.4). */
export function KeysHelp({ areOn, toggle, isHelpOpen, setHelp }: KeysHelpProps) {
  const { words } = useWords('queue')
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (isHelpOpen) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isHelpOpen])
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-[0.8125rem] text-soft">
      <label className="flex w-fit min-h-6 items-center gap-2">
        <input type="checkbox" checked={areOn} onChange={toggle} className="accent-rubric" />
        {words.keys}
      </label>
      <Button size="small" tone="quiet" onClick={() => setHelp(true)}>
        {words.allKeys}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby="keys-title"
        onClose={() => setHelp(false)}
        className="m-auto w-[min(32rem,calc(100vw-2rem))] rounded-lg border border-line bg-sheet p-5 text-ink shadow-xl backdrop:bg-ink/40"
      >
        <h2 id="keys-title" className="font-serif text-lg font-semibold">
          {words.keysTitle}
        </h2>
        <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
          {does.map((one) => (
            <div key={one} className="contents">
              <dt>
                <kbd
                  dir="ltr"
                  className="rounded border border-edge/60 px-1.5 py-0.5 font-sans text-[0.8125rem]"
                >
                  {isWithShift(one) && `${words.shift} + `}
                  {keys[one]}
                </kbd>
              </dt>
              <dd className="text-soft">{words.keyList[one]}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog" className="mt-4">
          <Button type="submit" size="small">
            {words.close}
          </Button>
        </form>
      </dialog>
    </div>
  )
}
