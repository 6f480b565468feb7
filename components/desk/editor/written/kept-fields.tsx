import { useEffect, useRef, useState, type ComponentProps } from 'react'
import { Textarea } from '@/components/ui/field'

interface Kept<Value> {
  /** What is kept at this moment; what is drawn may lag behind it. */
  kept: () => Value
  keep: (value: Value) => void
}

/**
 * A field inside the text that writes an attribute. React draws what stands there later than the keys are pressed, so
 * it must not say what the field holds: the field holds what is typed, and follows only what is changed elsewhere.
 * What an input method composes is kept when it is finished.
 */
export function KeptText({ kept, keep, ...rest }: Kept<string> & ComponentProps<'textarea'>) {
  const field = useRef<HTMLTextAreaElement>(null)
  const isComposing = useRef(false)
  const [first] = useState(kept)
  useEffect(() => {
    if (!field.current || isComposing.current) return
    if (asLine(field.current.value) !== kept()) field.current.value = kept()
  })
  return (
    <Textarea
      {...rest}
      ref={field}
      defaultValue={first}
      onChange={({ target }) => !isComposing.current && keep(asLine(target.value))}
      onCompositionStart={() => (isComposing.current = true)}
      onCompositionEnd={({ currentTarget }) => {
        isComposing.current = false
        keep(asLine(currentTarget.value))
      }}
    />
  )
}

const asLine = (text: string) => text.replace(/\s+/g, ' ')

export function KeptChoice({ kept, keep }: Kept<boolean>) {
  const box = useRef<HTMLInputElement>(null)
  const [first] = useState(kept)
  useEffect(() => {
    if (box.current) box.current.checked = kept()
  })
  return (
    <input ref={box} type="checkbox" defaultChecked={first} onChange={({ target }) => keep(target.checked)} />
  )
}
