import { store, stored } from '../stored'

// What is being written survives a reload: kept in this tab's memory alone, until the comment is received. A chapter
// has one draft, under whatever address and in whatever language its form is.

const tab = 'sessionStorage'
const key = `draft ${document.querySelector<HTMLElement>('#respond')?.dataset.chapter}`
// Once there was one for each address.
const former = `draft ${location.pathname.replace(/\/comments$/, '')}`
store(tab, key, stored(tab, key) ?? stored(tab, former))
store(tab, former)

export type KeptDraft = Record<string, string>

export const readDraft = () => (stored(tab, key) ?? {}) as KeptDraft

export const keepDraft = (draft?: KeptDraft) => store(tab, key, draft)
