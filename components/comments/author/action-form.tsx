import type { ReactNode } from 'react'
import type { AuthorPageProps } from '@/lib/comments/author/page'
import type { AuthorComment } from '@/lib/comments/author/queries'

/** What the page is given, and the comment that is there. */
export type ActionProps = AuthorPageProps & { comment: AuthorComment }

// What somebody came for stands out; what cannot be undone does not.
const quiet = new Set(['withdraw', 'export', 'erase', 'send-everything', 'daily', 'at-once'])

interface FormProps extends Pick<AuthorPageProps, 'action'> {
  intent: string
  button: string
  title?: string
  children?: ReactNode
}

export const ActionForm = ({ action, intent, button, title, children }: FormProps) => (
  <form method="post" action={action}>
    {title && <h2>{title}</h2>}
    {children}
    <p className="buttons">
      <button type="submit" name="intent" value={intent} className={quiet.has(intent) ? 'quiet' : undefined}>
        {button}
      </button>
    </p>
  </form>
)
