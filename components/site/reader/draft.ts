// What is being written survives a reload: kept in this tab's memory alone, until the comment is received.

const key = `draft ${location.pathname.replace(/\/comments$/, '')}`

export type Draft = Record<string, string>

export function readDraft(): Draft {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Draft
  } catch {
    return {}
  }
}

export function keepDraft(draft: Draft) {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft))
  } catch {
    // Full or forbidden: then a reload loses the text, as on any page.
  }
}

export function forgetDraft() {
  try {
    sessionStorage.removeItem(key)
  } catch {
    // Forbidden: there is none.
  }
}
