import sharp from 'sharp'
import type { Unpacked } from './unpack'

// components/site/base.css and desk.css lay light paper below pictures with transparent parts. These are its extremes.
const light = '#ffffff'
const dark = '#26211c'

/**
 * A drawing of light lines on nothing, made for dark pages, would not be seen on light paper: it gets the ground it was
 * made for. Any other picture stays as it is.
 */
export async function onItsGround(picture: Unpacked): Promise<Unpacked> {
  if (picture.info.channels !== 4) return picture
  const isSeenOnLight = (await extremesOf(await on(light, picture))).darkest < vanishing
  if (isSeenOnLight) return picture
  const onDark = await on(dark, picture)
  return (await extremesOf(onDark)).lightest < vanishing ? picture : onDark
}

const on = (background: string, { data, info: raw }: Unpacked): Promise<Unpacked> =>
  sharp(data, { raw }).flatten({ background }).raw().toBuffer({ resolveWithObject: true })

async function extremesOf({ data, info: raw }: Unpacked) {
  const { channels } = await sharp(data, { raw }).stats()
  return {
    darkest: Math.min(...channels.map(({ min }) => min)),
    lightest: Math.max(...channels.map(({ max }) => max)),
  }
}

/** What is this light, in each colour and everywhere, has less than 1.6:1 against white. */
const vanishing = 205
