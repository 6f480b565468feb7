/** What is at an address, as far as that can be known without making the page. */
export type FoundPage =
  | { kind: 'here' }
  /** A search: nobody knows what it finds before it is made. */
  | { kind: 'search' }
  | { kind: 'moved'; to: string; status: 301 | 302 }
  /** Withdrawn for good. */
  | { kind: 'gone' }
  | { kind: 'missing' }
  /** Too many ask just now. */
  | { kind: 'busy' }
