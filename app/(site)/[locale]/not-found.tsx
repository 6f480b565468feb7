import { locale } from 'next/root-params'
import { Missing } from '@/components/site/missing'
import { localeOf } from '@/lib/site/locale'

export default async function NotFound() {
  return <Missing locale={localeOf((await locale()) ?? '')} />
}
