import { renderToStaticMarkup } from 'react-dom/server'
import * as avatar from '@/components/comments/avatar'
import { CommentText } from '@/components/comments/comment-text'
import { asHtml, keepBlanks, keepRuns } from '@/lib/kernel/plain-text/as-html'
import { longRunsIn } from '@/lib/kernel/plain-text/long-runs'
import { forPage } from '@/lib/chapters/document/for-page'
import * as foldedSlug from '@/lib/chapters/addresses/folded-slug'
import { isolated } from '@/lib/i18n/isolated'
import { readBrowserCookie } from '@/lib/people/sign-in/known-browser'
import { readTurn } from '@/lib/people/sign-in/turns'
import * as blocks from '@/lib/kernel/plain-text/blocks'
import * as brackets from '@/lib/kernel/plain-text/addresses/brackets'
import { hostAt } from '@/lib/kernel/plain-text/addresses/host'
import { runsOf } from '@/lib/kernel/plain-text/addresses/runs'
import { withoutTrailingMarks } from '@/lib/kernel/plain-text/addresses/trailing-marks'
import * as webAddresses from '@/lib/kernel/plain-text/web-addresses'
import * as problemWords from '@/components/desk/error-messages'
import * as nameOf from '@/components/desk/queue/card/name-of'
import { discussionIn } from '@/components/desk/settings/discussion-fields'
import * as challenge from '@/lib/captcha/challenge'
import * as numerals from '@/lib/captcha/numerals'
import * as numberWords from '@/lib/captcha/number-words'
import { oneNumberIn } from '@/lib/captcha/one-number'
import { readAnswer } from '@/lib/captcha/read-answer'
import * as work from '@/lib/captcha/work'
import { checkDocument } from '@/lib/chapters/document/check-document'
import * as markup from '@/lib/chapters/document/rendering/markup'
import { mendDocument, overrideIn } from '@/lib/chapters/document/mend-document'
import { renderDocument } from '@/lib/chapters/document/rendering/render-document'
import { renderNotes } from '@/lib/chapters/document/rendering/render-notes'
import * as documentAddress from '@/lib/chapters/document/web-address'
import * as folding from '@/lib/chapters/search/folding'
import { readSearch } from '@/lib/chapters/search/parse-search'
import { readingMinutes } from '@/lib/chapters/reading/reading-time'
import * as chapterRules from '@/lib/chapters/rules'
import * as searched from '@/lib/chapters/counts/countable-search'
import { piecesIn, snippetOf } from '@/lib/chapters/search/snippet'
import { authorPace } from '@/lib/comments/submit/rate-keys'
import * as commentFields from '@/lib/comments/submit/fields'
import { readCommentText, readSubmission, showable } from '@/lib/comments/submit/schema'
import { readDiscussion } from '@/lib/comments/discussion/settings'
import * as statusToken from '@/lib/comments/author/link-token'
import * as locales from '@/lib/i18n/locales'
import { shownName } from '@/lib/i18n/names'
import { fill, say } from '@/lib/i18n/say'
import { apart, checkerName, ruleName } from '@/lib/i18n/statements/words'
import { problemSentence, words } from '@/lib/i18n/words'
import * as addressKey from '@/lib/kernel/address-key'
import * as digits from '@/lib/kernel/text/digits'
import * as emailAddress from '@/lib/kernel/text/email-address'
import { withoutEnd } from '@/lib/kernel/text/ends'
import * as ids from '@/lib/kernel/ids'
import * as mappedAddress from '@/lib/kernel/mapped-address'
import * as kernelMarkup from '@/lib/kernel/markup'
import { joinKanaMarks } from '@/lib/kernel/text/kana-marks'
import * as normalForm from '@/lib/kernel/text/normal-form'
import * as shownText from '@/lib/kernel/text/shown-text'
import * as typedSchema from '@/lib/kernel/text/typed-schema'
import * as typedText from '@/lib/kernel/text/typed-text'
import * as webAddress from '@/lib/kernel/text/web-address'
import * as mailAddress from '@/lib/mail/address'
import { bodyOf } from '@/lib/mail/body'
import { decision, patternLine } from '@/lib/moderation/decisions/schema'
import { addedPerson, newPerson, signInInput } from '@/lib/people/schema'
import * as actionBody from '@/lib/server/bodies/server-action-body'
import * as address from '@/lib/server/http/address'
import * as document from '@/lib/server/documents/document'
import { originForm } from '@/lib/server/http/address'
import { hasFewParts, isFlatJson, readFields } from '@/lib/server/bodies/request-body'
import { fromOurPages } from '@/lib/server/http/same-origin'
import { withOwnBody } from '@/lib/server/documents/page-shell'
import { withForm } from '@/lib/server/documents/to-document'
import * as slug from '@/lib/site/addresses/slug'
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
import { elsewhere } from '@/lib/syndication/elsewhere'
import { inPage } from '@/lib/syndication/json-ld'
import * as xml from '@/lib/syndication/xml'

/** How each function is given a text, by its file and its name: whole, where it has limits of its own. */
export const drivers: Record<string, (text: string) => unknown> = {
  ...each('lib/captcha/number-words.ts', numberWords, 'numberOfWord', 'plainWord'),
  ...each('lib/captcha/one-number.ts', { oneNumberIn }, 'oneNumberIn'),
  ...each('lib/captcha/read-answer.ts', { readAnswer }, 'readAnswer'),
  ...each('lib/chapters/document/for-page.ts', { forPage }, 'forPage'),
  ...each('lib/chapters/addresses/folded-slug.ts', foldedSlug, 'foldSlug', 'foldingsOf'),
  ...each('lib/kernel/plain-text/as-html.ts', { keepBlanks, keepRuns }, 'keepBlanks', 'keepRuns'),
  ...each('lib/kernel/plain-text/long-runs.ts', { longRunsIn }, 'longRunsIn'),
  'lib/i18n/isolated.ts isolated': (text) => isolated('ar', text),
  'lib/people/sign-in/known-browser.ts readBrowserCookie': (text) => readBrowserCookie('secret', text),
  'lib/people/sign-in/turns.ts readTurn': (text) => readTurn('secret', text, 0),
  'lib/server/bodies/request-body.ts isFlatJson': (text) => isFlatJson(Buffer.from(text)),
  'lib/server/bodies/request-body.ts hasFewParts': (text) =>
    hasFewParts(Buffer.from(text), `multipart/form-data; boundary=${text.slice(0, 70)}`),
  ...each('lib/server/http/address.ts', { originForm }, 'originForm'),
  ...each('lib/spam/learning/features.ts', { isOfText }, 'isOfText'),
  ...each('components/comments/avatar.tsx', avatar, 'initials'),
  ...each('lib/kernel/plain-text/blocks.ts', blocks, 'blocksOf'),
  ...each('lib/kernel/plain-text/web-addresses.ts', webAddresses, 'linkify', 'linkTo', 'webAddressesIn'),
  ...each('lib/kernel/plain-text/addresses/brackets.ts', brackets, 'limitsIn'),
  'lib/kernel/plain-text/addresses/host.ts hostAt': (text) => hostAt(text, 0, false),
  'lib/kernel/plain-text/addresses/runs.ts runsOf': (text) => runsOf(text).end(0),
  'lib/kernel/plain-text/addresses/trailing-marks.ts withoutTrailingMarks': (text) =>
    withoutTrailingMarks(text, 1, text.length),
  'lib/kernel/plain-text/as-html.ts asHtml': (text) => asHtml(text),
  ...each('components/desk/error-messages.ts', problemWords, 'sentenceFor'),
  ...each('components/desk/queue/card/name-of.ts', nameOf, 'nameOf'),
  ...each('lib/captcha/numerals.ts', numerals, 'readNumber'),
  ...each('lib/chapters/document/rendering/markup.ts', markup, 'lineWithLinks'),
  ...each('lib/chapters/document/web-address.ts', documentAddress, 'webAddress'),
  ...each('lib/chapters/search/folding.ts', folding, 'foldChapterText', 'foldText'),
  ...each('lib/chapters/rules.ts', chapterRules, 'isSlug', 'slugify', 'webAddressIn', 'shownSource'),
  ...each('lib/chapters/counts/countable-search.ts', searched, 'countable'),
  ...each('lib/comments/author/link-token.ts', statusToken, 'looksLikeToken'),
  ...each('lib/i18n/locales.ts', locales, 'isLocale', 'negotiate'),
  ...each('lib/kernel/address-key.ts', addressKey, 'addressKey'),
  ...each('lib/kernel/text/digits.ts', digits, 'asciiDigits'),
  ...each('lib/kernel/text/email-address.ts', emailAddress, 'isEmailAddress'),
  ...each('lib/kernel/ids.ts', ids, 'uuidIn'),
  ...each('lib/kernel/mapped-address.ts', mappedAddress, 'withoutMapping'),
  ...each('lib/kernel/markup.ts', kernelMarkup, 'escapeMarkup'),
  ...each('lib/kernel/text/kana-marks.ts', { joinKanaMarks }, 'joinKanaMarks'),
  ...each('lib/kernel/text/normal-form.ts', normalForm, 'streamSafe'),
  ...each('lib/kernel/text/shown-text.ts', shownText, 'isBlank'),
  ...each('lib/kernel/text/typed-text.ts', typedText, 'partsOfProblem', 'showText', 'showLine'),
  ...each('lib/kernel/text/typed-text.ts', typedText, 'mendText', 'mendName', 'withoutBlankEnds'),
  ...each('lib/kernel/text/web-address.ts', webAddress, 'visibleAddress', 'readableAddress'),
  ...each('lib/mail/address.ts', mailAddress, 'isMailAddress', 'recipientOf'),
  ...each('lib/server/bodies/server-action-body.ts', actionBody, 'isCall'),
  ...each('lib/server/http/address.ts', address, 'readAddress'),
  ...each('lib/server/documents/document.ts', document, 'chooseCoding'),
  ...each('lib/site/addresses/slug.ts', slug, 'parseSlugParam', 'typedSlugIn'),
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
  ...each('lib/syndication/xml.ts', xml, 'escape'),

  'components/comments/comment-text.tsx CommentText': (text) =>
    renderToStaticMarkup(<CommentText text={text} />),
  'components/desk/settings/discussion-fields.ts discussionIn': (text) =>
    discussionIn(form('gapSeconds', text)),
  'lib/captcha/challenge.ts checkAnswer': (text) =>
    challenge.checkAnswer({ token: text, answer: text, chapterId: text, now: 0, secret: 'secret' }),
  'lib/captcha/challenge.ts nonceOf': (text) => challenge.nonceOf(text, 'secret'),
  'lib/captcha/work.ts isWork': (text) => work.isWork(text, text),
  'lib/chapters/document/check-document.ts checkDocument': (text) => checkDocument(chapter(text)),
  'lib/chapters/document/rendering/markup.ts htmlElement': (text) =>
    markup.htmlElement('p', { title: text }, text),
  'lib/chapters/document/mend-document.ts mendDocument': (text) => mendDocument(chapter(text)),
  'lib/chapters/document/mend-document.ts overrideIn': (text) => overrideIn(chapter(text)),
  'lib/chapters/document/rendering/render-document.ts renderDocument': (text) => rendered(text),
  'lib/chapters/document/rendering/render-notes.ts renderNotes': (text) => renderNotes('en', [text]),
  'lib/chapters/search/parse-search.ts readSearch': (text) =>
    readSearch(new URLSearchParams({ q: text, series: text, page: text })),
  'lib/chapters/reading/reading-time.ts readingMinutes': (text) =>
    readingMinutes('en', text) + readingMinutes('ja', text),
  'lib/chapters/rules.ts numbered': (text) => chapterRules.numbered(text, 2),
  'lib/chapters/search/snippet.ts piecesIn': (text) =>
    piecesIn(folding.foldChapterText(text), text, { isArabic: true }),
  'lib/chapters/search/snippet.ts snippetOf': (text) => snippetOf(text, [text.slice(0, 100)]),
  'lib/comments/submit/rate-keys.ts authorPace': (text) => authorPace('secret', { email: text, name: text }),
  ...each(
    'lib/comments/submit/fields.ts',
    commentFields,
    ...(['commentText', 'personsName', 'emailAddress', 'webAddress', 'shortLine', 'honeypotOf'] as const),
  ),
  'lib/comments/submit/schema.ts readCommentText': (text) => readCommentText(text),
  'lib/comments/submit/schema.ts readSubmission': (text) => readSubmission(commentForm(text)),
  'lib/comments/submit/schema.ts showable': (text) => showable(commentForm(text)),
  'lib/comments/discussion/settings.ts readDiscussion': (text) =>
    readDiscussion({ order: text, gapSeconds: text }),
  'lib/comments/author/link-token.ts readStatusToken': (text) => statusToken.readStatusToken('secret', text),
  'lib/comments/author/link-token.ts readReceivedToken': (text) =>
    statusToken.readReceivedToken('secret', { token: text, chapterId: text }, 0),
  'lib/i18n/names.ts shownName': (text) => shownName('en', text),
  'lib/i18n/words.ts problemSentence': (text) => problemSentence('en', `characters U+202E 1 ${text}`),
  'lib/i18n/say.ts say': (text) => say('en', words('en').comments.replyTo, { name: text }),
  'lib/i18n/say.ts fill': (text) => fill('en', words('en').comments.replyTo, { name: text }),
  'lib/i18n/statements/words.ts ruleName': (text) => ruleName('en', text),
  'lib/i18n/statements/words.ts checkerName': (text) => checkerName('en', text),
  'lib/i18n/statements/words.ts apart': (text) => apart('ar', text),
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
  'lib/mail/body.ts bodyOf': (text) =>
    bodyOf('en', text, [text, { quote: text }, { link: text, href: text }]),
  'lib/moderation/decisions/schema.ts decision': (text) => decision.safeParse({ reason: text, read: text }),
  'lib/moderation/decisions/schema.ts patternLine': (text) => patternLine.safeParse(text),
  'lib/people/schema.ts addedPerson': (text) =>
    addedPerson.safeParse({ name: text, email: text, role: text }),
  'lib/people/schema.ts newPerson': (text) =>
    newPerson.safeParse({ name: text, email: text, password: text }),
  'lib/people/schema.ts signInInput': (text) => signInInput.safeParse({ email: text, password: text }),
  'lib/server/bodies/server-action-body.ts isPlainForm': (text) =>
    actionBody.isPlainForm(form('$ACTION_REF_1', text)),
  'lib/server/bodies/server-action-body.ts isScriptedForm': (text) =>
    actionBody.isScriptedForm(form('0', text)),
  'lib/server/bodies/request-body.ts readFields': (text) =>
    readFields('application/x-www-form-urlencoded', Buffer.from(`a=${text}&%=${text}`)),
  'lib/server/http/same-origin.ts fromOurPages': (text) =>
    fromOurPages({ origin: text, host: text }, undefined),
  'lib/server/documents/page-shell.ts withOwnBody': (text) =>
    withOwnBody('<title></title><body></body>', { title: text, body: kernelMarkup.escapeMarkup(text) }),
  'lib/server/documents/to-document.ts withForm': (text) =>
    withForm(
      new document.Document(404, `<main>${kernelMarkup.escapeMarkup(text)}</main>`),
      kernelMarkup.escapeMarkup(text),
    ),
  'lib/spam/learning/features.ts featuresOf': (text) => featuresOf(comment(text)),
  'lib/spam/local-rules.ts judge': (text) => judge(comment(text)),
  'lib/spam/words/fold.ts imitated': (text) => fold.imitated(text, text, true),
  'lib/spam/words/hosts.ts hostsIn': (text) => hosts.hostsIn([text, `http://${text}`]),
  'lib/spam/words/search.ts searchable': (text) => searchable(comment(text)),
  'lib/syndication/elsewhere.ts elsewhere': (text) => elsewhere(rendered(text)!.html, 'https://example.org/'),
  'lib/syndication/json-ld.ts inPage': (text) => inPage({ name: text }),
}

/** The functions of the list that is made of the code which take no text from outside, and why not. */
export const others: [why: string, what: RegExp][] = [
  [
    'they show what others have read',
    /^components\/(?!comments\/(avatar|comment-text|linkify)|desk\/(error-messages|queue\/card\/name-of|settings\/))/,
  ],
  ['they show what others have read', /^components\/(comments\/avatar.tsx Avatar|desk\/settings\/.*\.tsx )/],
  ['numbers, ids, tokens and names of ours', /^lib\/(i18n\/(paths|formats)|kernel\/page-tags)\.ts /],
  [
    'numbers, ids, tokens and names of ours',
    /^lib\/captcha\/(challenge\.ts (issueChallenge|keyOfChallenge)|misses|redeem)/,
  ],
  [
    'numbers, ids, tokens and names of ours',
    /^lib\/comments\/(author\/link-token\.ts (statusToken|receivedToken)|submit\/(refused-addresses|rate-keys\.ts addressPace))/,
  ],
  [
    'the settings and files of whoever runs the site',
    /^lib\/(kernel\/(env|files\/(folder|kept-text))|server\/(files\/built-files|process\/(bus|secret|cluster|greeting|what-went-wrong)))\.ts /,
  ],
  ['an alias of the room next door, for which it is measured', /^lib\/chapters\/rules\.ts redirectKey$/],
  [
    'names of at most 245 characters: lib/comments/impersonation/reserved-names.test.ts measures them',
    /^lib\/comments\/impersonation\/[\w-]+\.ts /,
  ],
  [
    'they put measured parts together',
    /^lib\/(comments\/notifications\/templates|moderation\/(decisions\/schema|screening\/[\w-]+)|site\/(?!addresses\/slug)[\w-]+|spam\/akismet\/|syndication\/(?!elsewhere|json-ld\.ts inPage|xml\.ts escape))/,
  ],
  [
    'nodes of a checked document',
    /^lib\/chapters\/document\/(attributes|pictures-in|rendering\/render-(figure|table))\.ts /,
  ],
  [
    'numbers, ids, tokens and names of ours',
    /^lib\/(kernel\/(files\/file-lock|ids)\.ts |people\/(sign-in\/(known-browser\.ts browserCookie|turns\.ts (newTurn|waiting))|links\/reset-mail|sessions\/current-actor))/,
  ],
  [
    'cookies and addresses, whose head has at most 16 KB',
    /^lib\/(people\/sessions\/session-proof|kernel\/address-key|server\/turns\/waiter)\.ts /,
  ],
  [
    'they hand on what has been counted',
    /^lib\/server\/(bodies\/server-action-body\.ts readableCall|counters\/counters|http\/hand-over|documents\/page-shell\.ts withPageBody)/,
  ],
  [
    'a word is found by its code, and a length divided',
    /^lib\/(i18n\/statements\/words\.ts wordIn|spam\/rules\.ts isHasty)$/,
  ],
  ['nothing but a hash of it is made', /^lib\/people\/(sign-in\/passwords|links\/setup-link)\.ts /],
  ['they read by the schemas', /^lib\/people\/(links\/first-admin|sign-in\/sign-in)\.ts /],
  [
    'requests as Node has read them, whose head has at most 16 KB',
    /^lib\/server\/(comments\/|http\/(answers|headers)|documents\/(document\.ts sendDocument|form-pages|pages|to-document))/,
  ],
]

function each<Module extends object>(file: string, module: Module, ...names: (keyof Module & string)[]) {
  const driver = (name: keyof Module) => module[name] as (text: string) => unknown
  return Object.fromEntries(names.map((name) => [`${file} ${name}`, driver(name)]))
}

const all = (text: string) => ({ characters: text.length })

const comment = (text: string) =>
  aSpamSubmission({ text, name: text.slice(0, 245), email: text.slice(0, 100), url: text.slice(0, 2_000) })

const commentForm = (text: string) => ({
  comment: text,
  author: text,
  email: text,
  url: text,
  answer: text,
  company: text,
  follow: text,
  work: text,
  chapter: '01a208af-3488-74c4-9140-a2d8a403899e',
})

function form(name: string, value: string) {
  const made = new FormData()
  made.append(name, value)
  return made
}

const chapter = (text: string) => ({
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text }] },
    { type: 'codeBlock', content: [{ type: 'text', text }] },
    { type: 'blockquote', attrs: { source: text.slice(0, 200) }, content: [{ type: 'paragraph' }] },
  ],
})

function rendered(text: string) {
  const checked = checkDocument(chapter(text))
  return checked.ok ? renderDocument(checked.value) : undefined
}
