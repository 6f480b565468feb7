import { isolated } from '@/lib/i18n/isolated'
import * as locales from '@/lib/i18n/locales'
import { shownName } from '@/lib/i18n/names'
import { fill, parts, say } from '@/lib/i18n/say'
import { apart, checkerName, editReason, ruleName } from '@/lib/i18n/statements/words'
import { momentIn } from '@/lib/i18n/time/moment-in'
import { spanOf } from '@/lib/i18n/time/span'
import { zoneNamed } from '@/lib/i18n/time/zones'
import { problemSentence, words } from '@/lib/i18n/words'
import { each } from './driver'

export const i18n: Record<string, (text: string) => unknown> = {
  'lib/i18n/say.ts parts': (text) => parts('en', words('en').form.titleTo, { name: text }),
  'lib/i18n/time/moment-in.ts momentIn': (text) => momentIn('Asia/Tokyo', text),
  // The other end of a span is a day that the schema of its view has read.
  'lib/i18n/time/span.ts spanOf': (from) => spanOf({ from, to: '2026-03-29' }, 'Asia/Tokyo'),
  'lib/i18n/time/zones.ts zoneNamed': zoneNamed,
  'lib/i18n/isolated.ts isolated': (text) => isolated('ar', text),
  ...each('lib/i18n/locales.ts', locales, 'isLocale', 'negotiate'),
  'lib/i18n/names.ts shownName': (text) => shownName('en', text),
  'lib/i18n/words.ts problemSentence': (text) => problemSentence('en', `characters U+202E 1 ${text}`),
  'lib/i18n/say.ts say': (text) => say('en', words('en').comments.replyTo, { name: text }),
  'lib/i18n/say.ts fill': (text) => fill('en', words('en').comments.replyTo, { name: text }),
  'lib/i18n/statements/words.ts ruleName': (text) => ruleName('en', text),
  'lib/i18n/statements/words.ts checkerName': (text) => checkerName('en', text),
  'lib/i18n/statements/words.ts editReason': (text) => editReason('en', text),
  'lib/i18n/statements/words.ts apart': (text) => apart('ar', text),
}
