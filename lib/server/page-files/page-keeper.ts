import type { Document } from '../documents/document'

/** Who keeps the documents in memory a second time, for others to give out. */
export interface PageKeeper {
  /** A document that is in memory was given, in a coding that is new: false, if it is to be offered again. */
  offer(path: string, document: Document): boolean
  /** It is in memory no more. Was it kept, so that nobody can say how often it was read? */
  gone(path: string): boolean
  /** None is in memory. Can changes be heard? While not, none is kept. */
  emptied(hears: boolean): void
}
