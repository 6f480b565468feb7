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
  characters: 'It holds characters that cannot be shown.',
  'form-broken': 'This could not be read. Please load the page again.',
  'input-broken': 'Please look at the fields marked below.',
  'document-broken': 'The text holds something that a chapter cannot show. It has not been saved.',
  'document-too-large': 'The text is too long for one chapter. It has not been saved.',
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

/** The sentence for a refusal or a problem's code. */
export const sentenceFor = (code: string) => sentences[code] ?? sentences.unavailable!
