import { partsOfProblem, type Stray } from '@/lib/kernel/text/typed-text'

const sentences: Record<string, string> = {
  'title-missing': 'Please give it a title.',
  'title-long': 'A title has at most 300 characters.',
  'summary-missing': 'The summary could not be read.',
  'summary-long': 'A summary has at most 2,000 characters.',
  'slug-wrong': 'Letters and digits of any script, joined by hyphens; at most 100 characters.',
  'slug-taken': 'Another chapter in this language has this address.',
  'tag-missing': 'A tag cannot be empty.',
  'tag-long': 'A tag has at most 80 characters.',
  'tags-many': 'A chapter has at most 30 tags.',
  'source-long': 'The source has at most 500 characters.',
  'translator-long': 'The name has at most 200 characters.',
  'date-wrong': 'This is not a date.',
  'number-wrong': 'A number such as 12 or 12.5.',
  'number-taken': 'The series has a chapter with this number.',
  'locale-wrong': 'Please choose a language.',
  'series-missing': 'Please choose a series, or give the new one a title.',
  'edition-exists': 'The chapter has an edition in this language already.',
  'whole-number-wrong': 'A whole number within the limits of this setting.',
  'choice-wrong': 'Please choose one of these.',
  'form-broken': 'This could not be read. Please load the page again.',
  'input-broken': 'Please look at the fields marked below.',
  'document-broken': 'The text holds something that a chapter cannot show. It has not been saved.',
  'document-too-large': 'The text is too long for one chapter. It has not been saved.',
  'picture-type': 'This is not a picture that can be shown. JPEG, PNG, WebP, AVIF and GIF can.',
  'picture-svg': 'A drawing (SVG) can hold scripts and is not taken. Export it as PNG.',
  'picture-large': 'A picture has at most 12 MB.',
  'picture-pixels': 'A picture has at most 50 megapixels, and 12,000 pixels to a side.',
  'picture-dense': 'This picture has so many details that it takes too much room. Make it smaller, please.',
  'picture-moving': 'A moving picture cannot be shown. Choose one of its frames.',
  'picture-broken': 'This picture is damaged or cut off.',
  'picture-busy': 'Many pictures are being prepared just now. Please try again in a moment.',
  'picture-missing':
    'A picture in the text is not kept here. Please put it in again. Nothing has been saved.',
  'alt-missing':
    'A picture has no description. Say what it shows, or mark it as decoration; then publish again.',
  'needs-admin':
    'Readers can see this chapter, so only an admin may change its address, tags, date, source or translator.',
  'not-found': 'This is not there any more.',
  'not-published': 'It is not published.',
  'already-public':
    'Readers can see this chapter now. Withdraw it first, or publish the new version at once.',
  'not-allowed': 'You may not do this. An admin can.',
  'not-signed-in':
    'You are not signed in any more. Sign in again in another tab; what you wrote is still here.',
  'not-possible': 'This cannot be done with this comment.',
  unavailable:
    'The site could not be reached or could not save. What you wrote is still here; please try again.',
  'comment-missing': 'Please write something.',
  'comment-long': 'This is too long for one comment.',
  duplicate: 'You have said exactly that to this comment already.',
  'changed-meanwhile': 'A colleague has decided about this comment meanwhile. What you wrote is still here.',
  'withdrawn-by-author': 'Its author took this comment back.',
  'erased-by-author': 'Its author erased this comment.',
  'text-changed': 'The author has changed this comment since you read it. Read it again, then decide.',
  'pattern-missing': 'Please write a word, a phrase, symbols, a host or an address.',
  'pattern-long': 'A line has at most 200 characters.',
  'pattern-wide':
    'A single letter or mark stands in nearly every comment, and stars stand for anything. Please write a word, an emoji or at least two symbols.',
  'subject-missing': 'Please write the hashtag, or the words that were searched for.',
  'subject-long': 'At most 200 characters.',
  'service-missing': 'Please say whose ranking it is.',
  'service-long': 'A name has at most 80 characters.',
  'place-wrong': 'A whole number from 1 on.',
  'country-wrong': 'The two letters of a country, such as JP, or nothing.',
  'url-wrong': 'An address that begins with http:// or https://.',
  'url-long': 'An address has at most 2,000 characters.',
  'source-missing': 'The source could not be read.',
  'reason-long': 'A reason has at most 2,000 characters.',
  'already-recorded': 'This ranking of this day has been recorded already.',
  'word-there': 'This line is in the list already.',
  'words-many': 'The lists are full.',
  'date-past': 'This day is over.',
  'note-long': 'A note has at most 500 characters.',
  'trace-erased': 'Where this comment came from has been erased, so it cannot be checked again.',
  running: 'The last run is still on its way.',
  'name-missing': 'Please give a name.',
  'name-long': 'A name has at most 100 characters.',
  'email-missing': 'Please give an e-mail address.',
  'email-wrong': 'This is not an e-mail address.',
  'email-long': 'An e-mail address has at most 254 characters.',
  'password-missing': 'Please choose a password.',
  'password-short': 'At least 12 characters.',
  'password-long': 'At most 256 bytes.',
  'link-dead':
    'This link no longer works. Ask an admin for a new one; as long as there is no admin, start the site again.',
  'email-taken': 'Somebody in the list has this e-mail address already.',
  'role-wrong': 'Please choose a role.',
  yourself: 'You cannot do this to yourself. Another admin can.',
  'person-disabled': 'This person is disabled. Enable them first.',
}

// Of a character that may not stand in a field: which it is, and where it stands.
const ofCharacter: Record<string, (stray: Stray) => string> = {
  characters: ({ code, place, before }) =>
    `Character ${place}${before && `, after “${before}”,`} is not seen but forces an order upon what follows: ${
      code === 'U+202D' ? 'left-to-right' : 'right-to-left'
    } override (${code}). Please delete it, or type this again.`,
  'email-character': ({ code, place }) =>
    `Character ${place}, “${signOf(code)}” (${code}), is not one that every mail server takes. Please give an address without it.`,
  'password-character': ({ code, place }) =>
    `Character ${place} (${code}) cannot be typed. Please leave it out.`,
  'document-turns': ({ code, before }) =>
    `The text holds an invisible character that forces an order upon what follows, ${code}, ${
      before ? `after “${before}”` : 'at the beginning of a paragraph'
    }. Please delete it, or type this again. Nothing has been saved.`,
}

const signOf = (code: string) => String.fromCodePoint(Number.parseInt(code.slice(2), 16))

/** The sentence for a refusal or a problem's code. */
export function sentenceFor(problem: string): string {
  const { code: whole, stray } = partsOfProblem(problem)
  const code = stray ? whole.replace(/^note-/, () => '') : whole
  return (stray && ofCharacter[code]?.(stray)) ?? sentences[code] ?? sentences.unavailable!
}
