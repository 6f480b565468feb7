import { connection } from 'next/server'
import { outlet } from '@/app/outlet'
import { siteAddress } from '@/lib/site/addresses/site-address'
import { sitemapPath } from '@/lib/site/addresses/sitemap-names'
import { robots } from '@/lib/syndication/sitemap'

export async function GET() {
  await connection()
  return outlet(robots(siteAddress(sitemapPath)), 'text/plain; charset=utf-8')
}
