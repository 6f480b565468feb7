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
  const look = rememberPlace(body, document.querySelector('h1')!.lastChild!.textContent!)
  // A chapter that stays open in front of somebody is being read: only that is told, once.
  setTimeout(() => {
    look()
    if (!document.hidden)
      navigator.sendBeacon('/api/read', document.querySelector<HTMLElement>('.chapter')!.dataset.edition)
  }, 15_000)
}
showPlaces()
arrowKeys()
// Whoever comes to a comment is scrolled there: nothing above it may change its height on the way.
if (location.hash) relativeTimes()
else whenSeen(document.querySelector('#comments'), relativeTimes)
fetchAhead()
