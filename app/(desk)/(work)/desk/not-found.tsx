import { DeskNotFound } from '@/components/desk/frame/not-found'

/** What `notFound()` shows at the desk. */
export default function NotFound() {
  return <DeskNotFound />
}
