/**
 * How many links a text has, however they are written. At least as many as readers are given to follow
 * (`webAddressesIn`, a test says so), and more: a scheme without a host, a name that only begins like one.
 * An address within another is none of its own: that of an archive, or of a translation.
 */
export const countLinks = (text: string) =>
  text.match(/(?<!\/|[?&]\w{1,30}=)https?:\/\/(?:www\.)?|(?<![a-z\d]|\/)www\./gi)?.length ?? 0
