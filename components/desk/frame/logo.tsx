export const Mark = () => (
  <>
    <span aria-hidden="true" className="me-1.5 text-rubric">
      ¶
    </span>
    Chapterhouse
  </>
)
