/**
 * A chapter's HTML for places that are not its page, such as feed readers: every address is a whole one, and what
 * only works on our page (targets of links, boxes that are reached by keyboard) is left out. A picture with transparent
 * parts, which is what a PNG is here, brings light paper along: readers of feeds may be dark. The HTML is our own
 * rendering, where quotes in text are escaped: what these patterns match can only be markup.
 */
export const elsewhere = (html: string, page: string): string =>
  html
    .replace(/ (?:id|tabindex|loading)="[^"]*"/g, '')
    .replace(/<img(?= src="[^"]*\.png")/g, (tag) => `${tag} style="background-color:#fff"`)
    .replace(
      / (href|src)="([#/][^"]*)"/g,
      (_whole, name: string, to: string) => ` ${name}="${whole(to, page)}"`,
    )
    .replace(
      / srcset="([^"]*)"/g,
      (_whole, set: string) =>
        ` srcset="${set.replace(/(^|, )(\/)/g, (_, before: string, to: string) => before + whole(to, page))}"`,
    )

const whole = (to: string, page: string) => new URL(to, page).href
