export interface PrivacyText {
  title: string
  description: string
  intro: string
  parts: { title: string; points: string[] }[]
  /** Whether Akismet is asked at present; stands for `{akismet}`. */
  akismet: { on: string; off: string }
}

export const en: PrivacyText = {
  akismet: { on: 'At present Akismet is switched on.', off: 'At present Akismet is not switched on.' },
  title: 'Privacy',
  description: 'What this site stores when you read or comment, why, and for how long.',
  intro:
    'This site can be read without an account, without cookies and without being followed. It stores something about you only when you send a comment. This page says what, why and for how long.',
  parts: [
    {
      title: 'When you read',
      points: [
        'We set no cookies and load nothing from other sites.',
        'How far you have read is kept in your browser alone, so that you can continue where you stopped. We do not receive it; clearing the site’s data in your browser deletes it.',
        'To know which chapters are read most, we count once per reader and day that a chapter was open for a while. What is stored is a number for the day. Who read it is known only to the running server’s memory, in a form that cannot be turned back, until the end of the day.',
        'To know what is searched for most, we count once per reader and week that words were searched for. Words are stored only after three different readers have searched for them, as a number without anything about them; what looks like an address, a telephone number or a sentence is never counted.',
        'The server sees your network address while it answers, as every server must. It is not written into our database.',
      ],
    },
    {
      title: 'When you write a comment',
      points: [
        'We store your comment, your name, the website if you give one, the language of the page and the time. All of that is shown on the page once an editor approves the comment.',
        'We store your email address so that an editor can reach you about your comment. It is never published.',
        'To tell people from machines, we store your network address, your browser’s description of itself and the page you came from, together with what you typed. These traces are erased after {days} days; the comment itself stays.',
        'While you write, your browser keeps a copy of the form in its own memory for this tab, so that a reload loses nothing. It is deleted when you post or close the tab, and we do not receive it. What stays in the browser is a random number, by which its other tabs know that the comment has been posted.',
      ],
    },
    {
      title: 'How spam is recognised',
      points: [
        'The small calculation below the form keeps simple machines away. It contains nothing about you.',
        'When the service Akismet is switched on here, each new comment is sent to it with the name, email address, website, network address, browser description and referring page, and Akismet answers whether it looks like spam. When an editor corrects that answer, Akismet is told. Its operator, Automattic, handles this data under its own privacy policy.',
        'When Akismet is not switched on, the check happens on this server alone and nothing is sent to anybody.',
        '{akismet}',
        'Whether a comment appears at once or after a person of our staff has approved it is a setting of this site. A comment that waits is seen by the staff alone.',
      ],
    },
    {
      title: 'How long',
      points: [
        'Comments stay as long as the chapter they belong to.',
        'Traces for the spam check: {days} days.',
        'When an editor changes a comment, what stood there before is kept for {days} days; after that only that it was changed, by whom and why.',
        'When the editors always hold or refuse comments by an email address, under a name, or from a network address or network, they keep that for as long as the rule is in force, and for {days} days after it has ended.',
        'When an email asks you to confirm your address, we note a mark of the address that cannot be turned back into it, so that nobody can have you asked again and again: for a year, or for good if you refuse further questions.',
        'Our record of what was approved or refused, by whom and when, is kept so that decisions can be explained. It does not repeat your comment.',
      ],
    },
    {
      title: 'Your say',
      points: [
        'Ask us to show, correct or delete what we hold about you, and we will. Write to the people who run this site, from the address you gave with the comment.',
      ],
    },
  ],
}
