import { csvRow } from '@/lib/kernel/text/csv'
import { asHtml, keepBlanks, keepRuns } from '@/lib/kernel/plain-text/as-html'
import { longRunsIn } from '@/lib/kernel/plain-text/long-runs'
import * as blocks from '@/lib/kernel/plain-text/blocks'
import * as brackets from '@/lib/kernel/plain-text/addresses/brackets'
import { hostAt } from '@/lib/kernel/plain-text/addresses/host'
import { runsOf } from '@/lib/kernel/plain-text/addresses/runs'
import { withoutTrailingMarks } from '@/lib/kernel/plain-text/addresses/trailing-marks'
import * as webAddresses from '@/lib/kernel/plain-text/web-addresses'
import { bareHost } from '@/lib/kernel/plain-text/bare-host'
import * as addressKey from '@/lib/kernel/address-key'
import * as digits from '@/lib/kernel/text/digits'
import * as emailAddress from '@/lib/kernel/text/email-address'
import * as sourceLines from '@/lib/kernel/source-lines'
import { withoutEnd } from '@/lib/kernel/text/ends'
import * as ids from '@/lib/kernel/ids'
import * as mappedAddress from '@/lib/kernel/mapped-address'
import * as kernelMarkup from '@/lib/kernel/markup'
import { joinKanaMarks } from '@/lib/kernel/text/kana-marks'
import * as normalForm from '@/lib/kernel/text/normal-form'
import * as unseen from '@/lib/kernel/text/unseen'
import * as shownText from '@/lib/kernel/text/shown-text'
import * as typedSchema from '@/lib/kernel/text/typed-schema'
import * as typedText from '@/lib/kernel/text/typed-text'
import * as webAddress from '@/lib/kernel/text/web-address'
import { all, each } from './driver'

export const kernel: Record<string, (text: string) => unknown> = {
  ...each('lib/kernel/plain-text/as-html.ts', { keepBlanks, keepRuns }, 'keepBlanks', 'keepRuns'),
  ...each('lib/kernel/plain-text/long-runs.ts', { longRunsIn }, 'longRunsIn'),
  ...each('lib/kernel/plain-text/blocks.ts', blocks, 'blocksOf'),
  ...each('lib/kernel/plain-text/web-addresses.ts', webAddresses, 'linkify', 'linkTo', 'webAddressesIn'),
  ...each('lib/kernel/plain-text/addresses/brackets.ts', brackets, 'limitsIn'),
  'lib/kernel/plain-text/addresses/host.ts hostAt': (text) => hostAt(text, 0, false),
  'lib/kernel/plain-text/addresses/runs.ts runsOf': (text) => runsOf(text).end(0),
  'lib/kernel/plain-text/addresses/trailing-marks.ts withoutTrailingMarks': (text) =>
    withoutTrailingMarks(text, 1, text.length),
  'lib/kernel/plain-text/as-html.ts asHtml': (text) => asHtml(text),
  'lib/kernel/plain-text/bare-host.ts bareHost': bareHost,
  ...each('lib/kernel/address-key.ts', addressKey, 'addressKey'),
  'lib/kernel/text/csv.ts csvRow': (text) => csvRow([text]),
  ...each('lib/kernel/text/digits.ts', digits, 'asciiDigits'),
  ...each('lib/kernel/text/email-address.ts', emailAddress, 'hasWordsBehind', 'isEmailAddress'),
  ...each('lib/kernel/ids.ts', ids, 'uuidIn'),
  ...each('lib/kernel/mapped-address.ts', mappedAddress, 'withoutMapping'),
  ...each('lib/kernel/markup.ts', kernelMarkup, 'escapeMarkup'),
  ...each('lib/kernel/source-lines.ts', sourceLines, 'stackInSources'),
  ...each('lib/kernel/text/kana-marks.ts', { joinKanaMarks }, 'joinKanaMarks'),
  ...each('lib/kernel/text/normal-form.ts', normalForm, 'streamSafe'),
  ...each('lib/kernel/text/shown-text.ts', shownText, 'isBlank'),
  ...each('lib/kernel/text/unseen.ts', unseen, 'shownParts', 'codeOf'),
  ...each('lib/kernel/text/typed-text.ts', typedText, 'partsOfProblem', 'showText', 'showLine'),
  ...each('lib/kernel/text/typed-text.ts', typedText, 'mendText', 'mendName', 'withoutBlankEnds'),
  ...each('lib/kernel/text/web-address.ts', webAddress, 'visibleAddress', 'readableAddress'),
  'lib/kernel/text/email-address.ts readEmail': (text) => emailAddress.readEmail(text, all(text)),
  'lib/kernel/text/ends.ts withoutEnd': (text) => withoutEnd(text, /[^b]/u),
  'lib/kernel/text/normal-form.ts normalized': (text) =>
    (['NFC', 'NFD', 'NFKC', 'NFKD'] as const).map((name) => normalForm.normalized(text, name)),
  'lib/kernel/text/typed-schema.ts emailField': (text) => typedSchema.emailField(all(text)).safeParse(text),
  'lib/kernel/text/typed-schema.ts filledLine': (text) =>
    typedSchema.filledLine('title', all(text)).safeParse(text),
  'lib/kernel/text/typed-schema.ts filledName': (text) =>
    typedSchema.filledName('name', all(text)).safeParse(text),
  'lib/kernel/text/typed-schema.ts plainText': (text) =>
    typedSchema.plainText('summary', all(text)).safeParse(text),
  'lib/kernel/text/typed-schema.ts typedCode': (text) => typedSchema.typedCode('wrong').safeParse(text),
  'lib/kernel/text/typed-schema.ts webAddressField': (text) =>
    typedSchema.webAddressField(all(text)).safeParse(text),
  'lib/kernel/text/typed-text.ts isLongerThan': (text) => typedText.isLongerThan({ bytes: 10 }, text),
  'lib/kernel/text/typed-text.ts readLine': (text) => typedText.readLine(text, all(text)),
  'lib/kernel/text/typed-text.ts readName': (text) => typedText.readName(text, all(text)),
  'lib/kernel/text/typed-text.ts readPlainText': (text) => typedText.readPlainText(text, all(text)),
  'lib/kernel/text/typed-text.ts readText': (text) => typedText.readText(text, all(text)),
  'lib/kernel/text/typed-text.ts strayIn': (text) => typedText.strayIn(text, /[^\u0000-\uffff]/u),
  'lib/kernel/text/web-address.ts readWebAddress': (text) => webAddress.readWebAddress(text, all(text)),
}
