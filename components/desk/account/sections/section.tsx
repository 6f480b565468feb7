import type { ReactNode } from 'react'

/** A part of the page of one's own account. */
export const Section = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section aria-labelledby={id} className="grid gap-4 rounded-lg border border-line bg-sheet p-4">
    <h2 id={id} className="text-sm font-semibold">
      {title}
    </h2>
    {children}
  </section>
)
