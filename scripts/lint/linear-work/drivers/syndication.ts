import { elsewhere } from '@/lib/syndication/elsewhere'
import { inPage } from '@/lib/syndication/json-ld'
import * as xml from '@/lib/syndication/xml'
import { rendered } from './chapters'
import { each } from './driver'

export const syndication: Record<string, (text: string) => unknown> = {
  ...each('lib/syndication/xml.ts', xml, 'escape'),
  'lib/syndication/elsewhere.ts elsewhere': (text) => elsewhere(rendered(text)!.html, 'https://example.org/'),
  'lib/syndication/json-ld.ts inPage': (text) => inPage({ name: text }),
}
