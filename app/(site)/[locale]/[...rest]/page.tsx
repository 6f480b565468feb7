import { notFound } from 'next/navigation'
import { placeholder } from '@/lib/site/slug'

export const generateStaticParams = () => [{ rest: [placeholder] }]

/** Every path without a page of its own: a 404 in the language of the path. */
export default function Page(): never {
  notFound()
}
