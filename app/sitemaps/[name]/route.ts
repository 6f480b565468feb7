import { outlet } from '@/app/outlet'
import { sitemapNamed } from '@/lib/site/sitemaps'

export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }) {
  return outlet(await sitemapNamed((await params).name))
}
