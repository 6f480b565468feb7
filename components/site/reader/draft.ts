import { store, stored } from './stored'

// What is being written survives a reload: kept in this tab's memory alone, until the comment is received.

const key = `draft ${location.pathname.replace(/\/comments$/, '')}`

export type Draft = Record<string, string>

export const readDraft = () => (stored('sessionStorage', key) ?? {}) as Draft

export const keepDraft = (draft?: Draft) => store('sessionStorage', key, draft)
