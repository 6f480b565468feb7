import type { RecordWords } from '../../statements/record-words'

// What the local rules go by, a sentence each; left out where it is not so.
const signs =
  '{hidden, plural, =0 {} other { It filled in the field that people do not see.}}' +
  '{links, plural, =0 {} one { It contains # link.} other { It contains # links.}}' +
  '{markup, plural, =0 {} other { Its links are written as markup.}}' +
  '{haste, plural, =0 {} other { It was written faster than people write.}}'

/** What rules and checkers say of a comment. */
export const findings: RecordWords['statements']['findings'] = {
  note: '{text}',
  'list-empty': 'the list is empty',
  'word-found': '“{line}” stands in the {field}',
  'no-word-found': 'none of them is in it',
  'standing-none': 'no standing rule is about it',
  'standing-author': 'the editors see every comment of this author first',
  'standing-address': 'the editors see every comment from this address first',
  'standing-network': 'the editors see every comment from this network first',
  'standing-host': 'the editors see every comment with a link to this host first',
  'standing-refuses': 'a rule that refuses such comments came when this one was here already',
  'links-any': 'no number of links makes a comment wait',
  'links-many': '{limit, number} or more make a comment wait',
  'links-few': 'fewer than {limit, number}',
  'like-staff': 'could be taken for {name}, of the staff',
  'like-nobody': 'like nobody of the staff',
  'held-flood': 'so many comments came at once that a person has to look',
  'held-author': 'others came by the same e-mail address just before, which anybody can type',
  'held-staff': 'could be taken for somebody of the staff',
  'held-late-change': 'its author has changed it long after it was published',
  'held-otherwise': 'was held when it came in',
  'nothing-unusual': 'nothing unusual',
  'hidden-filled':
    'the field that people do not see was filled in, by a machine or by software that fills in forms',
  'hidden-empty': 'the field that people do not see',
  'time-not-taken': 'no time was taken',
  'faster-than-people': 'faster than people write, unless they paste, dictate, or had it written before',
  'as-fast-as-people': 'as fast as people are',
  'work-none': 'as without scripts, which nobody needs',
  'work-done': 'the page’s script has done its work',
  'work-wrong': 'a number came that no browser of ours works out',
  'wait-everybody': 'every comment waits for an editor',
  'wait-nobody': 'nobody has to wait',
  'known-author': 'has been approved before, under this name and address',
  'first-comment': 'the first comment under this name and address waits for an editor',
  'not-checked': 'it has not been checked',
  'nothing-against': 'no rule had anything against it',
  'ham-so-far': 'no spam so far; it is asked again in {seconds, plural, one {# second} other {# seconds}}',
  'akismet-ham': 'Akismet sees no spam',
  'akismet-spam': 'Akismet takes this for spam',
  'akismet-discard': 'Akismet is sure that this is spam',
  'akismet-no-verdict': 'Akismet gave no verdict: status {status}, {answer}',
  'akismet-no-answer': 'Akismet gave no verdict: status {status}, an empty answer',
  'akismet-unreachable': 'Akismet could not be asked: {error}',
  'checker-failed': 'the checker could not be asked: {error}',
  'local-nothing': 'Local rules found nothing',
  'local-few-signs': `Local rules: not enough for spam.${signs}`,
  'local-held': `Local rules: not enough for spam, but to be looked at.${signs}`,
  'local-spam': `Local rules: spam.${signs}`,
  'too-few-lessons': 'has learnt from too few comments yet ({spam, number} of spam, {ham, number} of others)',
  learned:
    '{score, number} of 100 for spam{hasFor, select, yes {; for it: {for}} other {}}{hasAgainst, select, yes {; against it: {against}} other {}}',
  'looked-again': 'Akismet has looked again',
  'later-moved-to-spam': 'Akismet says so after all: moved to spam',
  'later-moved-to-pending': 'Akismet says so after all: put back to pending',
  'later-person-decided': 'Akismet says so after all: a person has decided, and that stands',
  'later-changed-since': 'Akismet says so after all: it has been changed since, and is judged as it is',
  'later-in-trash': 'Akismet says so after all: it is in the trash',
  'later-already-spam': 'Akismet says so after all: it is in the spam already',
  'later-other-rule': 'Akismet says so after all: another rule has taken it for spam',
  'later-nothing-to-change': 'Akismet says so after all: nothing to change',
  'later-asked-again': 'Akismet says so after all: asked again',
  sample: 'sample content',
}
