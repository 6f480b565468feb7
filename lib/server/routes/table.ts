import type { Address } from '../http/address'
import { akismetWebhook } from './comments/akismet'
import { captcha } from './comments/captcha'
import { comment } from './comments/comment'
import { comments } from './comments/comments'
import { desk } from './desk/desk'
import { chapterEditor } from './desk/editor'
import { feeds } from './site/feeds'
import { files } from './site/files'
import { health } from './site/health'
import { indexNowKeyFile } from './site/index-now'
import { live } from './desk/live'
import { moved } from './site/moved'
import { nextAuth } from './desk/next-auth'
import { nothing } from './site/nothing'
import { authorComment } from './comments/author-page'
import { page } from './site/page'
import { pageWithForm } from './comments/page-with-form'
import { pictures } from './site/pictures'
import { readings } from './site/readings'
import { root } from './site/root'
import type { Route, Visit } from './route'
import { search } from './site/search'
import { threadInLanguage } from './comments/thread-in-language'
import { unknown } from './site/unknown'
import { uploads } from './desk/uploads'

/** Everything that the site answers. The first route that matches an address answers it. */
export const routes: readonly Route[] = [
  root,
  moved,
  health,
  readings,
  akismetWebhook,
  captcha,
  feeds,
  pictures,
  files,
  chapterEditor,
  desk,
  nextAuth,
  live,
  uploads,
  indexNowKeyFile,
  nothing,
  comments,
  comment,
  authorComment,
  search,
  pageWithForm,
  threadInLanguage,
  page,
  unknown,
]

/** Who answers at this address, and how. */
export function routeAt(address: Address) {
  for (const one of routes) {
    const match = one.match(address)
    if (match !== undefined) return { route: one, match, answer: (visit: Visit) => one.answer(visit, match) }
  }
  throw new Error('The last route takes every address')
}
