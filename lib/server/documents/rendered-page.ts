import type { FormFacts } from '@/lib/kernel/page-tags'

/** A page as Next rendered it. */
export interface RenderedPage {
  status: number
  html: string
  /** Left out: a page. A feed or a sitemap is kept as it is. */
  type?: string
  /** What it was made of. Without any, every change may have changed it. */
  tags?: ReadonlySet<string>
  /** It changes by itself then: milliseconds since the epoch. */
  until?: number
  /** The form for comments that stands on it. */
  form?: FormFacts | undefined
  /** Says that there is nothing, and always will: it is not the page of one path. */
  lasting?: boolean
}
