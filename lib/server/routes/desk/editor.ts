import { strangersLimit } from '../../bodies/body-limit'
import { readsAndPosts, route } from '../route'
import { answerDesk } from './desk'

/** The page on which a chapter is written: what it saves is a whole chapter. */
export const chapterEditor = route({
  name: 'editor',
  match: ({ path }) => (/^\/desk\/chapters\/(?!new$)[^/]+$/.test(path) ? true : undefined),
  methods: readsAndPosts,
  limit: strangersLimit,
  // A chapter that is too long is refused by its own rule.
  sessionLimit: 2 * 1024 * 1024,
  guard: 'our-pages',
  answer: answerDesk,
})
