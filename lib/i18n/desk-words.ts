import { en, type DeskWords } from './messages/en/desk'

/** The words of the desk and of the pages in front of it, which speak English. */
export const deskWords: DeskWords = en
