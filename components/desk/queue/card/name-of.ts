import { isBlank } from '@/lib/kernel/text/shown-text'

/** What the desk calls a commenter. (The words of the readers' pages would come into its bundle in every language.) */
export const nameOf = (name: string): string => (isBlank(name) ? 'Anonymous' : name)
