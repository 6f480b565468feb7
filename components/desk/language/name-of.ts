import { isBlank } from '@/lib/kernel/text/shown-text'
import type { DeskWords } from './words'

/** What the desk calls a commenter: who gave no name, or one of which nothing is seen, is anonymous. */
export const nameOf = ({ anonymous }: Pick<DeskWords['frame'], 'anonymous'>, name: string): string =>
  isBlank(name) ? anonymous : name
