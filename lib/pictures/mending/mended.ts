/** A picture's file as it should have been written. */
export interface Mended {
  bytes: Buffer
  /**
   * The same with data behind its pixels that mean nothing, where the bytes do not say that all pixels are there: if
   * both unpack to the same, nothing was needed beyond the end.
   */
  withMore?: Buffer
}

/**
 * Data that mean nothing. They begin with ones and zeros in turn: where there are no data, decoders go on with zeros,
 * and of ones alone JPEG makes no code. No byte is 255, which would begin a marker.
 */
export const noise = (length: number) =>
  Buffer.from(
    Array.from({ length }, (_, place) => (place === 0 ? 0xaa : (place * 167 + (place >> 3) * 59) % 251)),
  )
