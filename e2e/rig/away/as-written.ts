import https from 'node:https'

/** Sends a path as it is written; tells where nginx had the answer from too. */
export const askAsWritten = (
  { secure, certificate }: { secure: string; certificate: Buffer },
  method: string,
  path: string,
) =>
  new Promise<{ status: number; source: unknown; body: string }>((resolve, reject) => {
    const { hostname, port } = new URL(secure)
    https
      .request({ hostname, port, path, method, ca: certificate, agent: false }, (response) => {
        let body = ''
        response.setEncoding('utf8').on('data', (text: string) => (body += text))
        response.once('end', () =>
          resolve({ status: response.statusCode!, source: response.headers['x-cache'], body }),
        )
      })
      .once('error', reject)
      .end()
  })
