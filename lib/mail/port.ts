/** A mail, ready to be sent. */
export interface Email {
  /** The left part of the Message-ID: the same mail sent again has the same. */
  id: string
  to: string
  subject: string
  text: string
  html: string
  /** An address that ends such mails by one POST (RFC 8058). */
  stop?: string
}

/** `refused`: this mail will never be taken, however often it is tried. */
export type Sent = 'sent' | 'refused'

/** Somebody who takes mails. Throws when it could not tell: then the mail is tried again. */
export interface Mailer {
  name: string
  send(email: Email): Promise<Sent>
}
