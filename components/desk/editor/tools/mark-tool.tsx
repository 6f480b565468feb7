import * as Popover from '@radix-ui/react-popover'
import * as Toolbar from '@radix-ui/react-toolbar'
import { useId, useState, type ComponentProps, type FormEvent, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Input, Textarea } from '@/components/ui/field'
import { useWords } from '../../language/words'
import { toolLook } from './tool-look'

interface MarkToolProps {
  words: { name: string; label: string; wrong: string }
  icon: ReactNode
  isOn: boolean
  value: () => string
  /** Says whether the value could be used. */
  set: (value: string) => boolean
  remove: () => void
  /** Room for more than a line. */
  long?: boolean
}

/** A tool that asks for one line: the address of a link, the reading of a word. */
export function MarkTool({ words, icon, isOn, value, set, remove, long }: MarkToolProps) {
  const { name, label, wrong } = words
  const { tools } = useWords('editor').words
  const [isOpen, open] = useState(false)
  const [typed, type] = useState('')
  const [problem, setProblem] = useState(false)
  const id = useId()
  const Line = long ? LongLine : Input
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    const worked = set(typed.trim())
    setProblem(!worked)
    if (worked) open(false)
  }
  const toggle = (next: boolean) => {
    if (next) type(value())
    setProblem(false)
    open(next)
  }
  return (
    <Popover.Root open={isOpen} onOpenChange={toggle}>
      <Popover.Trigger asChild>
        <Toolbar.Button title={name} aria-label={name} aria-pressed={isOn} className={toolLook}>
          {icon}
        </Toolbar.Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          aria-label={name}
          className="z-40 w-80 max-w-[calc(100vw-2rem)] rounded-lg border border-line bg-sheet p-3 shadow-lg"
        >
          <form onSubmit={submit} className="grid gap-2">
            <label htmlFor={id} className="text-sm font-medium">
              {label}
            </label>
            <Line
              id={id}
              value={typed}
              dir="auto"
              aria-invalid={problem || undefined}
              aria-describedby={problem ? `${id}-problem` : undefined}
              onChange={(event: { target: { value: string } }) => type(event.target.value)}
            />
            {problem && (
              <p id={`${id}-problem`} className="text-[0.8125rem] text-rubric">
                {wrong}
              </p>
            )}
            <div className="flex gap-2">
              <Button type="submit" size="small" tone="main">
                {tools.set}
              </Button>
              {isOn && (
                <Button
                  size="small"
                  onClick={() => {
                    remove()
                    open(false)
                  }}
                >
                  {tools.remove}
                </Button>
              )}
            </div>
          </form>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

const LongLine = (props: ComponentProps<'textarea'>) => <Textarea rows={4} {...props} />
