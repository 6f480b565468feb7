import { forPage } from '@/lib/chapters/document/for-page'
import * as foldedSlug from '@/lib/chapters/addresses/folded-slug'
import { checkDocument } from '@/lib/chapters/document/check-document'
import * as markup from '@/lib/chapters/document/rendering/markup'
import { mendDocument, overrideIn } from '@/lib/chapters/document/mend-document'
import { renderDocument } from '@/lib/chapters/document/rendering/render-document'
import { renderNotes } from '@/lib/chapters/document/rendering/render-notes'
import * as documentAddress from '@/lib/chapters/document/web-address'
import * as folding from '@/lib/chapters/search/folding'
import { readSearch } from '@/lib/chapters/search/parse-search'
import { likeWords, readDeskList } from '@/lib/chapters/writing/schema'
import { readingMinutes } from '@/lib/chapters/reading/reading-time'
import * as chapterRules from '@/lib/chapters/rules'
import * as searched from '@/lib/chapters/counts/countable-search'
import { piecesIn, snippetOf } from '@/lib/chapters/search/snippet'
import { each } from './driver'

export const chapters: Record<string, (text: string) => unknown> = {
  ...each('lib/chapters/document/for-page.ts', { forPage }, 'forPage'),
  ...each('lib/chapters/addresses/folded-slug.ts', foldedSlug, 'foldSlug', 'foldingsOf'),
  ...each('lib/chapters/document/rendering/markup.ts', markup, 'lineWithLinks'),
  ...each('lib/chapters/document/web-address.ts', documentAddress, 'webAddress'),
  ...each('lib/chapters/search/folding.ts', folding, 'foldChapterText', 'foldText'),
  ...each('lib/chapters/rules.ts', chapterRules, 'isSlug', 'slugify', 'webAddressIn', 'shownSource'),
  ...each('lib/chapters/counts/countable-search.ts', searched, 'countable'),
  'lib/chapters/document/check-document.ts checkDocument': (text) => checkDocument(chapter(text)),
  'lib/chapters/document/rendering/markup.ts htmlElement': (text) =>
    markup.htmlElement('p', { title: text }, text),
  'lib/chapters/document/mend-document.ts mendDocument': (text) => mendDocument(chapter(text)),
  'lib/chapters/document/mend-document.ts overrideIn': (text) => overrideIn(chapter(text)),
  'lib/chapters/document/rendering/render-document.ts renderDocument': (text) => rendered(text),
  'lib/chapters/document/rendering/render-notes.ts renderNotes': (text) => renderNotes('en', [text]),
  ...each('lib/chapters/writing/schema.ts', { likeWords }, 'likeWords'),
  'lib/chapters/writing/schema.ts readDeskList': (text) =>
    readDeskList({ q: text, locale: text, state: text, after: text }),
  'lib/chapters/search/parse-search.ts readSearch': (text) =>
    readSearch(new URLSearchParams({ q: text, series: text, page: text })),
  'lib/chapters/reading/reading-time.ts readingMinutes': (text) =>
    readingMinutes('en', text) + readingMinutes('ja', text),
  'lib/chapters/rules.ts numbered': (text) => chapterRules.numbered(text, 2),
  'lib/chapters/search/snippet.ts piecesIn': (text) =>
    piecesIn(folding.foldChapterText(text), text, { isArabic: true }),
  'lib/chapters/search/snippet.ts snippetOf': (text) => snippetOf(text, [text.slice(0, 100)]),
}

const chapter = (text: string) => ({
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text }] },
    { type: 'codeBlock', content: [{ type: 'text', text }] },
    { type: 'blockquote', attrs: { source: text.slice(0, 200) }, content: [{ type: 'paragraph' }] },
  ],
})

export function rendered(text: string) {
  const checked = checkDocument(chapter(text))
  return checked.ok ? renderDocument(checked.value) : undefined
}
