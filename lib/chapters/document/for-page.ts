import { longRunsIn } from '@/lib/kernel/plain-text/long-runs'

/**
 * A chapter's HTML as it stands on a page of ours: links whose words are their own address are marked, which print need
 * not repeat, and so are runs in which lines cannot be broken. The HTML is our own rendering, where quotes and angles
 * in text are escaped: what these patterns match can only be markup.
 */
export function forPage(html: string): string {
  // Texts, and between them tags.
  const parts = html.split(/(<[^<>]*>)/)
  let link: { at: number; said: string } | undefined
  for (const [at, part] of parts.entries()) {
    const isTag = at % 2 === 1
    if (!isTag) {
      if (link) link.said += part
      parts[at] = markRuns(part)
    } else if (part.startsWith('<a ')) link = { at, said: '' }
    else if (part === '</a>' && link) {
      parts[link.at] = markAddress(parts[link.at]!, link.said)
      link = undefined
    }
  }
  return parts.join('')
}

const markRuns = (text: string) =>
  longRunsIn(text)
    .map((piece) => (piece.isLong ? `<span class="long">${piece.text}</span>` : piece.text))
    .join('')

function markAddress(tag: string, said: string): string {
  const href = /\bhref="([^"]*)"/.exec(tag)?.[1]
  return href && saysItsAddress(href, said) ? `<a class="address" ${tag.slice('<a '.length)}` : tag
}

// Both with the same signs escaped. What stands before the host, and a slash alone behind it, nobody misses.
function saysItsAddress(href: string, said: string): boolean {
  const bare = (address: string) =>
    readable(address.replace(/^(?:https?:\/\/)?(?:www\.)?/i, '').replace(/\/$/, ''))
  return /^https?:/i.test(href) && bare(href) !== '' && readable(said).includes(bare(href))
}

function readable(address: string): string {
  try {
    return decodeURI(address).toLowerCase()
  } catch {
    return address.toLowerCase()
  }
}
