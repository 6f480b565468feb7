import { notFound } from 'next/navigation'
import { staffOrSignIn } from '../../../acting'

/** Every address of the desk at which nothing is: told within the desk, in the words of whoever asks. */
export default async function MissingPage() {
  await staffOrSignIn()
  notFound()
}
