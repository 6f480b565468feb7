const xml = 'application/xml; charset=utf-8'

/** What a feed reader or a search engine asks for. The document door keeps it and adds the headers of all answers. */
export const outlet = (text: string | undefined, type = xml) =>
  text === undefined
    ? new Response('There is nothing here.\n', {
        status: 404,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
      })
    : new Response(text, { headers: { 'content-type': type } })
