import { createServer, type Socket } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'

type SmtpMode =
  | 'takes'
  /** 550 to the recipient. */
  | 'refuses'
  /** 554 to the message. */
  | 'refuses message'
  /** 451, come again later. */
  | 'busy'
  /** Takes its time before each answer, and takes the mail. */
  | 'slow'
  /** Says nothing at all. */
  | 'hangs'
  /** Has the whole mail, and the line is cut before it says so. */
  | 'cut after data'
  /** 421 to the greeting. */
  | 'closed'

interface Received {
  from: string
  to: string[]
  raw: string
  mail: ParsedMail
}

export interface SmtpPeer {
  url: string
  port: number
  received: Received[]
  setMode: (mode: SmtpMode) => void
  stop: () => Promise<void>
}

const fault = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A real SMTP server on loopback that keeps what it takes, in the mood that a test wants. */
export async function startSmtpPeer({ slowMs = 300 } = {}): Promise<SmtpPeer> {
  let mode: SmtpMode = 'takes'
  const received: Received[] = []
  const lines = new Set<Socket>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    closeTimeout: 100,
    banner: 'peer',
    onConnect: (_session, done) => {
      if (mode === 'hangs') return
      if (mode === 'closed') return done(fault(421, 'closed for today'))
      void pause(mode === 'slow' ? slowMs : 0).then(() => done())
    },
    onRcptTo: (_address, _session, done) => {
      if (mode === 'refuses') return done(fault(550, 'nobody here'))
      if (mode === 'busy') return done(fault(451, 'come again later'))
      void pause(mode === 'slow' ? slowMs : 0).then(() => done())
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (mode === 'refuses message') return done(fault(554, 'not this'))
        const raw = Buffer.concat(chunks)
        const { mailFrom, rcptTo } = session.envelope
        void simpleParser(raw).then(async (mail) => {
          const from = mailFrom ? mailFrom.address : ''
          received.push({ from, to: rcptTo.map(({ address }) => address), raw: raw.toString(), mail })
          if (mode === 'cut after data') return lines.forEach((line) => line.destroy())
          await pause(mode === 'slow' ? slowMs : 0)
          done()
        })
      })
    },
  })
  server.on('error', () => {}) // a client that went away
  server.server.on('connection', (line: Socket) => {
    lines.add(line)
    line.on('close', () => lines.delete(line))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as { port: number }
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    received,
    setMode: (next) => void (mode = next),
    async stop() {
      lines.forEach((line) => line.destroy())
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** The address of a mail server that is not there. */
export async function nobodysPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
