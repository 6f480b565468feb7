import { commentForm } from './comment-form'
import { keepDraft } from './draft'
import { rememberPlace, showPlaces } from './place'
import { findComment, relativeTimes } from './thread'
import { arrowKeys, fetchAhead } from './ways'
import { whenSeen } from './when-seen'

// All of the site's script for readers: comfort. Without it everything works, with reloads.
const form = document.querySelector<HTMLFormElement>('#comment-form')
if (form) commentForm(form)
else if (document.querySelector('.received')) keepDraft()

if (form) findComment(new URL(form.action).pathname)
const body = document.querySelector('.chapter .body')
if (body) {
  rememberPlace(body, document.querySelector('h1')!.lastChild!.textContent!)
  countReading(document.querySelector<HTMLElement>('.chapter')!.dataset.edition!)
}
showPlaces()
arrowKeys()
whenSeen(document.querySelector('#comments'), relativeTimes)
fetchAhead()

/** A chapter that stays open in front of somebody is being read: only that is told, once. */
function countReading(edition: string) {
  setTimeout(() => {
    if (document.visibilityState === 'visible') navigator.sendBeacon('/api/read', edition)
  }, 15_000)
}
