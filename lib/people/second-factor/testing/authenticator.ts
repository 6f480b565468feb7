import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

// A device that keeps a passkey, as far as a server can see one (WebAuthn, level 3): for tests of what a browser would not do.

interface Made {
  origin?: string
  /** Has the person shown a finger, a face or a PIN? */
  verified?: boolean
}

export function anAuthenticator({ origin = 'http://localhost:3000' } = {}) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string }
  const id = randomBytes(32)
  let [count, handle] = [0, undefined as string | undefined]
  const hash = (text: string | Uint8Array) => createHash('sha256').update(text).digest()
  const head = (flags: number) => {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(count)
    return Buffer.concat([hash(new URL(origin).hostname), Buffer.from([flags]), counter])
  }
  const clientData = (type: string, challenge: string, from = origin) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: from, crossOrigin: false }))
  const answer = (response: object) =>
    JSON.stringify({
      id: id.toString('base64url'),
      rawId: id.toString('base64url'),
      type: 'public-key',
      clientExtensionResults: {},
      response,
    })
  const flagsOf = (verified: boolean) => (verified ? 0x05 : 0x01)

  return {
    id: id.toString('base64url'),
    /** Makes its key, as it is told by these options. */
    make(options: { challenge: string; user: { id: string } }, { verified = true, ...made }: Made = {}) {
      handle = options.user.id
      const key = new Map<number, number | Uint8Array<ArrayBuffer>>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
        [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
      ])
      const length = Buffer.from([0, id.length])
      const data = Buffer.concat([
        ...[head(flagsOf(verified) | 0x40), Buffer.alloc(16), length, id],
        Buffer.from(isoCBOR.encode(key)),
      ])
      const attestation = new Map<string, string | Map<string, string> | Uint8Array<ArrayBuffer>>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(data)],
      ])
      return answer({
        clientDataJSON: clientData('webauthn.create', options.challenge, made.origin).toString('base64url'),
        attestationObject: Buffer.from(isoCBOR.encode(attestation)).toString('base64url'),
        transports: ['internal'],
      })
    },
    /** Signs the question. */
    sign({ challenge }: { challenge: string }, { verified = true, ...made }: Made = {}) {
      count++
      const [data, client] = [head(flagsOf(verified)), clientData('webauthn.get', challenge, made.origin)]
      const signature = sign('sha256', Buffer.concat([data, hash(client)]), privateKey)
      return answer({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
        userHandle: handle,
      })
    },
    /** As a copy of the device would: its count stays behind. */
    goBack: () => void (count -= 2),
  }
}
