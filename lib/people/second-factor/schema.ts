import { z } from 'zod'
import { filledName } from '@/lib/kernel/text/typed-schema'
import { codeIn, MOST_NAME_CHARACTERS, recoveryCodeIn } from './rules'

const readBy = (read: (typed: string) => string | undefined, problem: string) =>
  z
    .string(problem)
    .max(200, problem)
    .transform((typed, context) => {
      const value = read(typed)
      if (value !== undefined) return value
      context.addIssue({ code: 'custom', message: problem })
      return z.NEVER
    })

export const typedCode = readBy(codeIn, 'code-wrong')
export const typedRecoveryCode = readBy(recoveryCodeIn, 'recovery-code-wrong')

export const passkeyName = z.object({
  name: filledName('passkey-name', { characters: MOST_NAME_CHARACTERS }),
})

const MOST_RESPONSE_CHARACTERS = 16_000
/** Bytes in base64url; the specification lets the id of a key have 1,023 of them. */
const bytes = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[\w-]+$/)
const id = bytes(1_364)

const credential = <Response extends z.ZodRawShape>(response: Response) =>
  z
    .string()
    .max(MOST_RESPONSE_CHARACTERS)
    .transform(parsed)
    .pipe(
      z.object({
        id,
        rawId: id,
        type: z.literal('public-key'),
        response: z.object(response),
        clientExtensionResults: z.unknown().transform(() => ({})),
      }),
    )

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What a browser answers when a new passkey has been made, and when one has signed. */
export const newPasskey = credential({
  clientDataJSON: bytes(4_000),
  attestationObject: bytes(12_000),
  transports: z.array(z.string().max(20)).max(10).catch([]),
})
export const signedByPasskey = credential({
  clientDataJSON: bytes(4_000),
  authenticatorData: bytes(4_000),
  signature: bytes(4_000),
  userHandle: bytes(100)
    .nullish()
    .transform((handle) => handle ?? undefined),
})
