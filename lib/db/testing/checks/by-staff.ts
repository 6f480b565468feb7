import { rankingInput } from '@/lib/chapters/rankings/commands'
import { chapterLimits, numbered, slugify } from '@/lib/chapters/rules'
import { draft, newChapter, newEdition } from '@/lib/chapters/schema'
import { newId } from '@/lib/kernel/ids'
import { moderationLimits as ofModeration } from '@/lib/moderation/transitions'
import { decision } from '@/lib/moderation/decisions/schema'
import { commentEdit } from '@/lib/moderation/edits/schema'
import { newSavedView } from '@/lib/moderation/saved-views/schema'
import { wordRule } from '@/lib/moderation/words/commands'
import { patternLimit } from '@/lib/spam/words/pattern'
import { addresses, characters, fieldOf, letters, type Twins } from './twin'

// What the staff types: chapters, rankings, reasons, word lists.

const beginning = { locale: 'en', title: 'x' }
const chapter = { ...beginning, series: { title: 'x' } }
const edition = { ...beginning, chapterId: newId() }
const revision = {
  editionId: newId(),
  basedOn: newId(),
  title: 'x',
  summary: '',
  doc: {},
  slug: 'x',
  tags: [],
}

const edit = { commentId: newId(), version: 'x', name: 'x', url: '', text: 'x' }

const sizeOf = (name: string, most: number) => ({ typed: characters, most, large: `${name}-long` })
const filled = (name: string, most: number) => ({
  ...sizeOf(name, most),
  least: 1,
  small: `${name}-missing`,
})

const title = filled('title', chapterLimits.title)
const slug = {
  typed: characters,
  least: 1,
  most: chapterLimits.slug,
  large: 'slug-wrong',
  small: 'slug-wrong',
  roomier: 'a slug that is taken gets a number, and older ones were longer',
}

const titled = (typed: unknown) => {
  if (typeof typed !== 'string') return { problem: 'title-missing' }
  return { row: { slug: numbered(slugify(typed) ?? 'chapter', 50) } }
}

const ranking = {
  chapterId: newId(),
  kind: 'search',
  subject: 'x',
  place: 1,
  service: 'x',
  sourceUrl: 'https://example.org/',
  asOf: '2024-02-29',
}
const ofRanking = (name: string, column = name, others: object = {}) =>
  fieldOf(rankingInput, { ...ranking, ...others }, name, column)
const subject = filled('subject', 200)

export const typedByStaff: Twins = {
  saved_view_name_length: {
    kind: 'typed',
    row: letters('name'),
    fields: {
      'of a view of the queue': {
        take: fieldOf(newSavedView, { name: 'x', status: 'pending', filters: {} }, 'name'),
        size: filled('name', 100),
      },
    },
  },
  comment_edit_reason_length: {
    kind: 'typed',
    row: letters('reason'),
    fields: {
      'why a comment is edited': {
        take: fieldOf(commentEdit, edit, 'reason'),
        size: sizeOf('reason', ofModeration.reason),
      },
    },
    made: [{ reason: null }],
  },
  edition_slug_shape: {
    kind: 'typed',
    row: letters('slug'),
    fields: {
      'of an edition': { take: fieldOf(draft, revision, 'slug'), size: slug },
      'of a new chapter': { take: fieldOf(newChapter, chapter, 'slug') },
      'of a new edition': { take: fieldOf(newEdition, edition, 'slug') },
      'made of a title': { take: titled },
    },
  },
  revision_title_length: {
    kind: 'typed',
    row: letters('title'),
    fields: {
      'of an edition': { take: fieldOf(draft, revision, 'title'), size: title },
      'of a new chapter': { take: fieldOf(newChapter, chapter, 'title'), size: title },
      'of a new edition': { take: fieldOf(newEdition, edition, 'title'), size: title },
    },
  },
  revision_summary_length: {
    kind: 'typed',
    row: letters('summary'),
    fields: {
      summary: { take: fieldOf(draft, revision, 'summary'), size: sizeOf('summary', chapterLimits.summary) },
    },
    made: [{ summary: '' }],
  },
  tag_name_length: {
    kind: 'typed',
    row: letters('name'),
    fields: {
      tag: {
        take: fieldOf(draft, revision, 'tags', 'name', { several: true }),
        size: filled('tag', chapterLimits.tag),
      },
    },
  },
  ranking_fact_subject: {
    kind: 'typed',
    row: letters('subject'),
    fields: {
      'words that were searched for': { take: ofRanking('subject'), size: subject },
      'a hashtag': { take: ofRanking('subject', 'subject', { kind: 'hashtag' }), size: subject },
    },
  },
  ranking_fact_service: {
    kind: 'typed',
    row: letters('service'),
    fields: { service: { take: ofRanking('service'), size: filled('service', 80) } },
  },
  ranking_fact_source: {
    kind: 'typed',
    row: (size) => ({ source_url: 'https://'.padEnd(size, 'a').slice(0, size) }),
    fields: {
      source: {
        take: ofRanking('sourceUrl', 'source_url'),
        size: { typed: addresses, most: 2_000, large: 'url-long' },
      },
    },
  },
  ranking_fact_place: {
    kind: 'typed',
    row: (size) => ({ place: size }),
    fields: {
      place: {
        take: ofRanking('place'),
        size: {
          typed: (size) => [size, String(size), size.toLocaleString('ar-EG', { useGrouping: false })],
          least: 1,
          most: 1_000_000,
          large: 'place-wrong',
          small: 'place-wrong',
        },
      },
    },
  },
  ranking_fact_country: {
    kind: 'typed',
    fields: { country: { take: ofRanking('country') } },
    made: [{ country: null }],
  },
  moderation_decision_reason_length: {
    kind: 'typed',
    row: letters('reason'),
    fields: {
      reason: {
        take: fieldOf(decision, { commentId: newId(), seen: 'pending', becomes: 'spam' }, 'reason'),
        size: sizeOf('reason', ofModeration.reason),
      },
    },
  },
  word_rule_pattern_length: {
    kind: 'typed',
    row: letters('pattern'),
    fields: {
      line: {
        take: fieldOf(wordRule, { list: 'moderation' }, 'pattern'),
        size: sizeOf('pattern', patternLimit),
      },
    },
  },
  word_rule_note_length: {
    kind: 'typed',
    row: letters('note'),
    fields: {
      note: {
        take: fieldOf(wordRule, { list: 'moderation', pattern: 'word' }, 'note'),
        size: sizeOf('note', ofModeration.note),
      },
    },
  },
}
