/** What a page says about itself, in the shape in which Next takes it (`metadataOf`). */
export interface HeadFacts {
  title: string
  description: string
  robots?: string
  alternates: {
    canonical: string | undefined
    languages: Record<string, string> | undefined
    types: Record<string, { title: string; url: string }[]>
  }
  openGraph: {
    title: string
    description: string
    url: string | undefined
    siteName: string
    locale: string
    alternateLocale: string[]
  }
}

/** The head of a page that is made without Next, tag by tag as Next writes it. */
export function Head({ title, description, robots, alternates, openGraph }: HeadFacts) {
  const { canonical, languages = {}, types } = alternates
  return (
    <>
      <title>{title}</title>
      <meta name="description" content={description} />
      {robots && <meta name="robots" content={robots} />}
      <link rel="canonical" href={canonical} />
      {Object.entries(languages).map(([locale, href]) => (
        <link key={locale} rel="alternate" hrefLang={locale} href={href} />
      ))}
      {Object.entries(types).flatMap(([type, feeds]) =>
        feeds.map((feed) => (
          <link key={feed.url} rel="alternate" type={type} href={feed.url} title={feed.title} />
        )),
      )}
      <meta property="og:title" content={openGraph.title} />
      <meta property="og:description" content={openGraph.description} />
      <meta property="og:url" content={openGraph.url} />
      <meta property="og:site_name" content={openGraph.siteName} />
      <meta property="og:locale" content={openGraph.locale} />
      {openGraph.alternateLocale.map((locale) => (
        <meta key={locale} property="og:locale:alternate" content={locale} />
      ))}
      <meta property="og:type" content="website" />
      <meta name="twitter:card" content="summary" />
      <meta name="twitter:title" content={openGraph.title} />
      <meta name="twitter:description" content={openGraph.description} />
    </>
  )
}
