import { featuresOf, isOfText } from '@/lib/spam/learning/features'
import * as spamLinks from '@/lib/spam/links'
import { judge } from '@/lib/spam/local-rules'
import { aSpamSubmission } from '@/lib/spam/testing/a-submission'
import * as fold from '@/lib/spam/words/fold'
import * as hosts from '@/lib/spam/words/hosts'
import * as pattern from '@/lib/spam/words/pattern'
import { searchable } from '@/lib/spam/words/search'
import * as spelled from '@/lib/spam/words/spelled'
import * as symbols from '@/lib/spam/words/symbols'
import { each } from './driver'

export const spam: Record<string, (text: string) => unknown> = {
  ...each('lib/spam/learning/features.ts', { isOfText }, 'isOfText'),
  ...each('lib/spam/links.ts', spamLinks, 'countLinks', 'quotesLinks'),
  ...each(
    'lib/spam/words/fold.ts',
    fold,
    'foldShape',
    'foldForMatching',
    'foldByLook',
    'unmask',
    'unmaskMixed',
    'isMostlyLatin',
  ),
  ...each('lib/spam/words/hosts.ts', hosts, 'linkedHost', 'asciiHost'),
  ...each('lib/spam/words/pattern.ts', pattern, 'readPattern', 'sameAs'),
  ...each('lib/spam/words/spelled.ts', spelled, 'spelledWords', 'withoutGaps', 'withoutMarks'),
  ...each('lib/spam/words/symbols.ts', symbols, 'symbolic', 'symbolsIn', 'withoutFlagEnds'),
  'lib/spam/learning/features.ts featuresOf': (text) => featuresOf(comment(text)),
  'lib/spam/local-rules.ts judge': (text) => judge(comment(text)),
  'lib/spam/words/fold.ts imitated': (text) => fold.imitated(text, text, true),
  'lib/spam/words/hosts.ts linkedHostsIn': (text) => hosts.linkedHostsIn([text, `http://${text}`]),
  'lib/spam/words/hosts.ts hostsIn': (text) => hosts.hostsIn([text, `http://${text}`]),
  'lib/spam/words/search.ts searchable': (text) => searchable(comment(text)),
}

const comment = (text: string) =>
  aSpamSubmission({ text, name: text.slice(0, 245), email: text.slice(0, 100), url: text.slice(0, 2_000) })
