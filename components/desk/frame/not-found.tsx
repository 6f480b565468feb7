/** Said in the place of what is not there, or not any more. */
export const DeskNotFound = ({ what }: { what: string }) => (
  <section className="grid gap-2">
    <h1 className="font-serif text-2xl font-semibold">Not found</h1>
    <p className="text-soft">{what} is not here. It may never have been, or somebody has removed it.</p>
    <p>
      <a href="/desk/chapters" className="underline decoration-rubric underline-offset-4">
        All chapters
      </a>
    </p>
  </section>
)
