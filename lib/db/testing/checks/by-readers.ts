import { newId } from '@/lib/kernel/ids'
import { countable } from '@/lib/chapters/counts/countable-search'
import { readSearch } from '@/lib/chapters/search/parse-search'
import { erasedText } from '@/lib/comments/author/rules'
import { commentLimits } from '@/lib/comments/rules'
import { readCommentText, readSubmission } from '@/lib/comments/submit/schema'
import { recipientOf } from '@/lib/mail/address'
import { addedPerson } from '@/lib/people/schema'
import { addresses, bytes, characters, fieldOf, letters, mailboxes, type Row, type Twins } from './twin'

// What readers type: comments, searches.

const others = { chapter: newId(), comment: 'x', author: 'x', email: 'x@example.org' }
const stored = { comment: 'text', author: 'name', email: 'email', url: 'url' } as const

const inForm =
  (name: keyof typeof stored, nameAndEmailRequired = true) =>
  (typed: unknown) => {
    const fields = { ...others, [name]: typed }
    const read = readSubmission(fields, { nameAndEmailRequired, websiteField: true })
    if (read.ok) return { row: { [stored[name]]: read.value[stored[name]] ?? null } }
    return { problem: read.problems[name] ?? read.problems.form ?? 'of another field' }
  }

const byItself = (typed: unknown) => {
  const read = readCommentText(typed)
  return read.ok ? { row: { text: read.text } } : { problem: read.problem }
}

const name = { typed: characters, most: commentLimits.name, large: 'name-long' }
const email = {
  typed: mailboxes,
  least: 13,
  most: commentLimits.email,
  large: 'email-long',
  small: 'email-wrong',
}
const text = {
  typed: bytes,
  least: 1,
  most: commentLimits.textBytes,
  large: 'comment-long',
  small: 'comment-missing',
}

const recipient = (take: (typed: unknown) => { row: Row } | { problem: string }) => (typed: unknown) => {
  const taken = take(typed)
  return 'row' in taken ? { row: { recipient: recipientOf(String(taken.row.email)) } } : taken
}

const words = (q: unknown) => {
  const counted = typeof q === 'string' ? countable(q) : undefined
  return counted === undefined ? { problem: 'not-counted' } : { row: { words: counted } }
}
const counted = { typed: characters, least: 1, most: 60, large: 'not-counted', small: 'not-counted' }

export const typedByReaders: Twins = {
  comment_name_length: {
    kind: 'typed',
    row: letters('name'),
    fields: {
      'of a comment': { take: inForm('author'), size: { ...name, least: 1, small: 'name-missing' } },
      'of a comment, where names are optional': { take: inForm('author', false), size: name },
    },
    // Erased, and of the staff, whose names are shorter.
    made: [{ name: '' }, { name: 'x'.repeat(100) }],
  },
  comment_email_length: {
    kind: 'typed',
    row: letters('email'),
    fields: {
      'of a comment': { take: inForm('email'), size: email },
      'of a comment, where addresses are optional': { take: inForm('email', false), size: email },
    },
    made: [{ email: '' }],
  },
  comment_url_length: {
    kind: 'typed',
    row: letters('url'),
    fields: {
      'of a comment': {
        take: inForm('url'),
        size: {
          typed: addresses,
          most: commentLimits.url,
          large: 'url-long',
          roomier: 'it is kept with percent signs, in which a letter takes up to twelve places',
        },
      },
    },
    made: [{ url: null }],
  },
  comment_text_length: {
    kind: 'typed',
    row: letters('text'),
    fields: {
      'of a comment': { take: inForm('comment'), size: text },
      'of a comment that its author changes, or of a reply at the desk': { take: byItself, size: text },
    },
    made: [{ text: erasedText }],
  },
  comment_not_its_own_parent: {
    kind: 'made',
    rows: [
      { id: newId(), parent_id: newId() },
      { id: newId(), parent_id: null },
    ],
    never: [newId()].map((id) => ({ id, parent_id: id })),
  },
  mail_recipient_is_lower_case: {
    kind: 'typed',
    fields: {
      'a commenter': { take: recipient(inForm('email')) },
      'somebody of the staff': {
        take: recipient(fieldOf(addedPerson, { name: 'x', email: '', role: 'editor' }, 'email')),
      },
    },
  },
  search_count_words: {
    kind: 'typed',
    row: letters('words'),
    fields: {
      'of a search': {
        take: (q) => words(typeof q === 'string' ? readSearch(new URLSearchParams({ q })).q : q),
        size: counted,
      },
    },
  },
}
