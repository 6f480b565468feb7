/** Text as a part of HTML, XML or Pango's markup: between tags, or in an attribute with quotes of either kind. */
export const escapeMarkup = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign]!)

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
