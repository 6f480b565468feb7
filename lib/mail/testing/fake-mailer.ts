import type { Email, Mailer, Sent } from '../port'

export interface FakeMailer extends Mailer {
  sent: Email[]
  /** What the next mails meet. */
  mood: Sent | 'down'
}

/** A mailer for tests of other rooms: it keeps what it is given. */
export function aFakeMailer(): FakeMailer {
  const fake: FakeMailer = {
    name: 'fake',
    sent: [],
    mood: 'sent',
    async send(email) {
      if (fake.mood === 'down') throw new Error('the mail server: down')
      if (fake.mood === 'sent') fake.sent.push(email)
      return fake.mood
    },
  }
  return fake
}
