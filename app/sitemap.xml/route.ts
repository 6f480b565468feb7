import { connection } from 'next/server'
import { outlet } from '@/app/outlet'
import { listOfSitemaps } from '@/lib/site/sitemaps'

export async function GET() {
  await connection()
  return outlet(await listOfSitemaps())
}
