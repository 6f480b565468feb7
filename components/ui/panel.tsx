import type { ReactNode } from 'react'

/** A part of a page at the desk, with its title. */
export function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid content-start gap-3 rounded-lg border border-line bg-sheet p-4">
      <h2 className="text-sm font-semibold">{title}</h2>
      {children}
    </section>
  )
}
