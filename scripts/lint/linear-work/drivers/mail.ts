import * as mailAddress from '@/lib/mail/address'
import { bodyOf } from '@/lib/mail/body'
import { each } from './driver'

export const mail: Record<string, (text: string) => unknown> = {
  ...each('lib/mail/address.ts', mailAddress, 'isMailAddress', 'recipientOf'),
  'lib/mail/body.ts bodyOf': (text) =>
    bodyOf('en', text, [text, { quote: text }, { link: text, href: text }]),
}
