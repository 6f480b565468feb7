/** Names and titles of which every sign has a meaning in some template, pattern or markup. */
export const templateNames = [
  'Ke$$y $& Co',
  "$1 $` $' $<name>",
  '`${name}` \\u0041 \\n \\1',
  '<u>&amp;</u> </title> & "Co"',
  '{0} {name} {count, plural, other {#}}',
  "it''s '{'quoted'}'",
  '%s %d %(name)s %20',
  '{{name}} #{name} <0>x</0> <%= name %>',
] as const

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" }

/** What stands in HTML once its entities are read, each of them once. */
export const readEntities = (html: string) =>
  html.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_, name: string) => entities[name]!)
