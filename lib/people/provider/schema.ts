import { z } from 'zod'
import { emailField } from '@/lib/kernel/text/typed-schema'

const absent = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)

/** What a provider says of somebody; what cannot be read is not said. */
export const providerClaims = z.looseObject({
  sub: z.string().min(1).max(255),
  email: absent(emailField({ characters: 254 })),
  // Some send it as a word.
  email_verified: absent(z.union([z.boolean(), z.literal('true').transform(() => true)])),
  name: absent(z.string().max(1_000)),
  preferred_username: absent(z.string().max(1_000)),
  /** When they have last shown it who they are, in seconds. */
  auth_time: absent(z.number().int().positive()),
})

export type ProviderClaims = z.output<typeof providerClaims>
