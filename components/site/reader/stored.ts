// What this browser keeps for its reader. Storage may be full or forbidden: then nothing is kept, and nothing breaks.

type Store = 'localStorage' | 'sessionStorage'

export function stored(store: Store, key: string): unknown {
  try {
    return JSON.parse(window[store][key] as string)
  } catch {
    return undefined // See above.
  }
}

/** Keeps a value; forgets what was kept when it is undefined. */
export function store(where: Store, key: string, value?: unknown) {
  try {
    if (value) window[where][key] = JSON.stringify(value)
    else delete window[where][key]
  } catch {
    return undefined // See above.
  }
}
