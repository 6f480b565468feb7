import type { Address } from '../address'
import { akismet } from './akismet'
import { captcha } from './captcha'
import { comment } from './comment'
import { comments } from './comments'
import { desk } from './desk'
import { feeds } from './feeds'
import { files } from './files'
import { health } from './health'
import { indexNow } from './index-now'
import { moved } from './moved'
import { nextAuth } from './next-auth'
import { nothing } from './nothing'
import { ownComment } from './own-comment'
import { page } from './page'
import { pageWithForm } from './page-with-form'
import { pictures } from './pictures'
import { readings } from './readings'
import { root } from './root'
import type { Route, Visit } from './route'
import { search } from './search'
import { threadInLanguage } from './thread-in-language'
import { unknown } from './unknown'
import { uploads } from './uploads'

/** Everything that the site answers. The first route that matches an address answers it. */
export const routes: readonly Route[] = [
  root,
  moved,
  health,
  readings,
  akismet,
  captcha,
  feeds,
  pictures,
  files,
  desk,
  nextAuth,
  uploads,
  indexNow,
  nothing,
  comments,
  comment,
  ownComment,
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
