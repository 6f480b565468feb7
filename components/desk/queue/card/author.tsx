import Link from 'next/link'
import { ListFilter } from 'lucide-react'
import type { QueuedComment } from '@/lib/moderation/queue/queries'
import type { QueueFilters } from '@/lib/moderation/queue/schema'
import { bareHost } from '@/lib/kernel/plain-text/bare-host'
import { isBlank } from '@/lib/kernel/text/shown-text'
import { useName } from '../../language/use-name'
import { useWords } from '../../language/words'
import { Shown } from '../changing/shown'
import { addressOf, pageSizes } from '../view-address'

/** The view of everything of this status that has one thing in common with a comment. */
export const viewOf = ({ status }: QueuedComment, filters: QueueFilters) =>
  addressOf({ status, filters, show: pageSizes[0] })

// Each is a target of its own among others: 24 px high (WCAG 2.5.8).
const target = 'inline-block w-fit min-h-6 py-0.5 underline underline-offset-2'
const quiet = `${target} decoration-line hover:decoration-rubric`

/** Who wrote a comment and from where; each leads to everything else that has it. */
export function Author({ comment }: { comment: QueuedComment }) {
  const { words } = useWords('queue')
  const nameOf = useName()
  const { id, name, email, url, ip } = comment
  return (
    <>
      <h2 id={`author-${id}`} className="text-sm font-semibold text-ink">
        {isBlank(name) ? (
          <bdi>{nameOf(name)}</bdi>
        ) : (
          <Link
            href={viewOf(comment, { q: name })}
            title={words.only.name}
            className="inline-block min-h-6 py-0.5 hover:underline"
          >
            <bdi>
              <Shown text={nameOf(name)} disguises={comment.disguises} />
            </bdi>
          </Link>
        )}
      </h2>
      {email && (
        <Link href={viewOf(comment, { email })} title={words.only.email} className={quiet}>
          <bdi>{email}</bdi>
        </Link>
      )}
      {url && <AuthorUrl comment={comment} url={url} />}
      {ip && (
        <Link href={viewOf(comment, { ip })} title={words.only.ip} className={quiet}>
          <bdi>{ip}</bdi>
        </Link>
      )}
    </>
  )
}

// Shown as it is; followed only when it leads to the web, and without telling that we came from the desk.
function AuthorUrl({ comment, url }: { comment: QueuedComment; url: string }) {
  const { words, say } = useWords('queue')
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol))
    return (
      <span>
        <bdi>{url}</bdi>
      </span>
    )
  const host = bareHost(parsed.hostname)
  return (
    <span>
      <a href={url} rel="nofollow ugc noopener noreferrer" target="_blank" className={target}>
        <bdi>{url}</bdi>
      </a>{' '}
      <OnlyThese href={viewOf(comment, { host })} name={say(words.only.host, { value: host })} />
    </span>
  )
}

/** A small way to the view of everything like this, beside what leads elsewhere itself. */
export function OnlyThese({ href, name }: { href: string; name: string }) {
  return (
    <Link
      href={href}
      aria-label={name}
      title={name}
      className="inline-grid size-6 place-items-center rounded align-middle text-soft hover:bg-tint hover:text-ink"
    >
      <ListFilter aria-hidden="true" className="size-3.5" />
    </Link>
  )
}
