/** Facts for search engines. The text comes from `inPage`, which leaves nothing in it that could end the element. */
export const Data = ({ json }: { json: string }) => (
  <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
)
