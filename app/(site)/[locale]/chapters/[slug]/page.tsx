import { cacheLife, cacheTag } from 'next/cache'
import { notFound } from 'next/navigation'
import { db } from '@/lib/db/client'
export const generateStaticParams = () => [{ slug: '_' }]
async function read(slug: string) {
  'use cache'
  cacheLife('max'); cacheTag('x')
  const rows = await db.$queryRaw<{ n: Date }[]>`select now() as n`
  console.log('query', slug)
  return rows[0]!.n.toISOString() + slug
}
export async function generateMetadata({ params }: { params: Promise<{ locale: string; slug: string }> }) {
  const { slug } = await params
  if (slug === '_') notFound()
  return { title: await read(slug) }
}
export default async function Page({ params }: { params: Promise<{ locale: string; slug: string }> }) {
  const { locale, slug } = await params
  if (slug === '_' || slug === 'nix') notFound()
  return <h1>chapter {locale} {await read(slug)}</h1>
}
