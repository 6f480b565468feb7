export const Mark = ({ name }: { name: string }) => (
  <>
    <span aria-hidden="true" className="me-1.5 text-rubric">
      ¶
    </span>
    {name}
  </>
)
