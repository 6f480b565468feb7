// Facts for search engines, https://schema.org; what Google reads of them:
// https://developers.google.com/search/docs/appearance/structured-data/article and …/breadcrumb

export interface ArticleFacts {
  url: string
  site: { name: string; url: string }
  title: string
  summary: string
  language: string
  published: Date
  changed: Date
  translator: { name: string; url?: string } | null
  position: number
  series: { title: string; url: string }
  tags: string[]
  minutes: number
  commentCount: number
  image?: string
  comments: CommentFacts[]
  /** Where and when the original was published, as far as that is known. */
  original?: { name?: string; url?: string; published?: Date }
}

export interface CommentFacts {
  url: string
  name: string
  text: string
  sentAt: Date
  /** The address of what it answers. */
  answers?: string
}

/** A chapter as data: the article, the way to it, its comments. */
export function chapterData(facts: ArticleFacts): object[] {
  const publisher = { '@type': 'Organization', name: facts.site.name, url: facts.site.url }
  return [
    {
      '@context': 'https://schema.org',
      '@type': 'Article',
      '@id': facts.url,
      mainEntityOfPage: facts.url,
      headline: facts.title,
      description: facts.summary || undefined,
      image: facts.image,
      inLanguage: facts.language,
      datePublished: facts.published.toISOString(),
      dateModified: facts.changed.toISOString(),
      author: publisher,
      publisher,
      translator: facts.translator ? { '@type': 'Person', ...facts.translator } : undefined,
      isPartOf: { '@type': 'CreativeWorkSeries', name: facts.series.title, url: facts.series.url },
      position: facts.position,
      keywords: facts.tags.length > 0 ? facts.tags : undefined,
      timeRequired: `PT${facts.minutes}M`,
      commentCount: facts.commentCount,
      isBasedOn: facts.original && {
        '@type': 'CreativeWork',
        name: facts.original.name,
        url: facts.original.url,
        datePublished: facts.original.published?.toISOString().slice(0, 10),
      },
      comment: facts.comments.map(commentData),
    },
    breadcrumbs([
      { name: facts.site.name, url: facts.site.url },
      { name: facts.series.title, url: facts.series.url },
      { name: facts.title, url: facts.url },
    ]),
  ]
}

/** A further page of a chapter's comments: those, and the way to it. */
export const commentsData = (
  { url, title, comments }: Pick<ArticleFacts, 'url' | 'title' | 'comments'>,
  way: { name: string; url: string }[],
): object[] => [
  {
    '@context': 'https://schema.org',
    '@type': 'Article',
    '@id': url,
    headline: title,
    comment: comments.map(commentData),
  },
  breadcrumbs(way),
]

const commentData = ({ url, name, text, sentAt, answers }: CommentFacts) => ({
  '@type': 'Comment',
  url,
  author: { '@type': 'Person', name },
  dateCreated: sentAt.toISOString(),
  text,
  parentItem: answers ? { '@type': 'Comment', url: answers } : undefined,
})

export const breadcrumbs = (way: { name: string; url: string }[]): object => ({
  '@context': 'https://schema.org',
  '@type': 'BreadcrumbList',
  itemListElement: way.map(({ name, url }, place) => ({
    '@type': 'ListItem',
    position: place + 1,
    name,
    item: url,
  })),
})

/** Data as it may stand inside a script element of a page: nothing in it can end the element. */
export const inPage = (data: unknown): string =>
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
