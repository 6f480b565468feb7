import { commentForm } from './comment-form'
import { forgetDraft } from './draft'

// All of the site's script for readers: the comment form's comfort. Without it everything works, with reloads.
const form = document.querySelector<HTMLFormElement>('#comment-form')
if (form) commentForm(form)
else if (document.querySelector('.received')) forgetDraft()
