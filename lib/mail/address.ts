import { isEmailAddress } from '@/lib/kernel/text/email-address'

/** One plain address and nothing else: no name, no list, no quotation marks, no control character, no newline. */
export const isMailAddress = (text: string) => text.length <= 254 && isEmailAddress(text)

/** An address as mails are counted by it: in small letters, for it is one mailbox however it is written. */
export const recipientOf = (email: string) => email.toLowerCase()
