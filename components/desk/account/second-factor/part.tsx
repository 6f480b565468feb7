import type { ReactNode } from 'react'

interface PartFrameProps {
  /** Of its heading. */
  id: string
  title: ReactNode
  text: string
  children: ReactNode
}

/** One thing that is asked for beside the password, under its heading. */
export const Part = ({ id, title, text, children }: PartFrameProps) => (
  <section aria-labelledby={id} className="grid gap-3">
    <header className="grid gap-1">
      <h3 id={id} className="flex flex-wrap items-center gap-2 text-sm font-medium">
        {title}
      </h3>
      <p className="text-[0.8125rem] text-soft">{text}</p>
    </header>
    {children}
  </section>
)
