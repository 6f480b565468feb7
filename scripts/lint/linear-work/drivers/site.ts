import * as slug from '@/lib/site/addresses/slug'
import { each } from './driver'

export const site: Record<string, (text: string) => unknown> = {
  ...each('lib/site/addresses/slug.ts', slug, 'parseSlugParam', 'typedSlugIn'),
}
