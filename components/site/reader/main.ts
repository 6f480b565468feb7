import { commentForm } from './form/comment-form'
import { keepDraft } from './form/draft'
import { rememberPlace, showPlaces } from './place'
import { findComment, relativeTimes } from './thread'
import { arrowKeys, fetchAhead } from './ways'

// All of the site's script for readers: comfort. Without it everything works, with reloads.
const form = document.querySelector<HTMLFormElement>('#comment-form')
if (form) {
  commentForm(form)
  findComment(new URL(form.action).pathname)
}
// The page after a plain form that was received; when it is come back to, something else may have been begun.
else if (document.querySelector('#said.received') && !performance.navigation.type) keepDraft()

const chapter = document.querySelector<HTMLElement>('.chapter')
if (chapter) {
  const { edition, path, title } = chapter.dataset
  const look = rememberPlace(chapter.querySelector<HTMLElement>('.body')!, path!, title!)
  // A chapter that stays open in front of somebody is being read: only that is told, once.
  setTimeout(() => {
    look()
    if (!document.hidden) navigator.sendBeacon('/api/read', edition)
  }, 15_000)
}
showPlaces()
arrowKeys()
// At once: whoever comes to a comment is scrolled there, and nothing above it may change its height on the way.
relativeTimes()
fetchAhead()
