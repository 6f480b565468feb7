import { Forbidden } from '@/components/desk/frame/forbidden'

/** What `forbidden()` shows at the desk. */
export default function ForbiddenPage() {
  return <Forbidden />
}
