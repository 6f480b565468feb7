import { sendNothing } from '../../documents/pages'
import { reads, route } from '../route'

/** Every other address: there is nothing, said in the reader's language. */
export const unknown = route({
  name: 'unknown',
  match: () => true,
  methods: reads,
  limit: 0,
  guard: 'anywhere',
  answer: sendNothing,
})
