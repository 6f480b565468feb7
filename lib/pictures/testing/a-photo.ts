import sharp from 'sharp'

/** A small photograph as a camera makes it, of one colour: another shade is another picture. */
export const aPhoto = ({ width = 640, height = 400, shade = 120 } = {}) =>
  sharp({ create: { width, height, channels: 3, background: { r: shade, g: 90, b: 70 } } })
    .withExif({
      IFD0: { Make: 'Secret camera' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
    })
    .jpeg()
    .toBuffer()
