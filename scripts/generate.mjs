import { generate } from './steps/build.mjs'

await generate()
