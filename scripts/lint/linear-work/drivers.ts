import { captcha } from './drivers/captcha'
import { chapters } from './drivers/chapters'
import { comments } from './drivers/comments'
import { components } from './drivers/components'
import { i18n } from './drivers/i18n'
import { kernel } from './drivers/kernel'
import { mail } from './drivers/mail'
import { moderation } from './drivers/moderation'
import { people } from './drivers/people'
import { server } from './drivers/server'
import { site } from './drivers/site'
import { spam } from './drivers/spam'
import { syndication } from './drivers/syndication'

/** How each function is given a text, by its file and its name: whole, where it has limits of its own. A file for each room. */
export const drivers: Record<string, (text: string) => unknown> = {
  ...captcha,
  ...chapters,
  ...comments,
  ...components,
  ...i18n,
  ...kernel,
  ...mail,
  ...moderation,
  ...people,
  ...server,
  ...site,
  ...spam,
  ...syndication,
}
