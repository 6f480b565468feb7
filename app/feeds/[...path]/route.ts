import { feedAt } from '@/lib/site/feeds'
import { outlet } from '@/app/outlet'

export async function GET(_request: Request, { params }: { params: Promise<{ path: string[] }> }) {
  const feed = await feedAt((await params).path)
  return outlet(feed?.text, feed?.type)
}
