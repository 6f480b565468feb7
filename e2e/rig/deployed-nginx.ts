import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export interface DeployedNginx {
  pid: number
  plain: string
  secure: string
  certificate: Buffer
  stop(): Promise<void>
}

interface Where extends Record<'plain' | 'secure' | 'site', number> {
  /** The site's PAGES_FOLDER. */
  pages?: string
  bare?: boolean
}

/**
 * Runs deploy/nginx.conf as it is, but for what a test has to choose itself: ports, folders, the certificate and where
 * the site is. A bench also wants one worker, and no TLS where what it is compared with has none.
 */
export async function startDeployedNginx(
  program: string,
  folder: string,
  { plain, secure, site, pages = path.join(folder, 'pages'), bare = false }: Where,
): Promise<DeployedNginx> {
  mkdirSync(folder, { recursive: true })
  const certificate = path.join(folder, 'fullchain.pem')
  const key = path.join(folder, 'privkey.pem')
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
      ...[
        '-subj',
        '/CN=localhost',
        '-addext',
        'subjectAltName=DNS:localhost',
        '-keyout',
        key,
        '-out',
        certificate,
      ],
    ],
    { stdio: 'ignore' },
  )
  const shipped = readFileSync('deploy/nginx.conf', 'utf8')
  const changes: [RegExp, string][] = [
    [/listen \[::\]:.*\n/g, '\n'],
    [/listen 80;/, `listen 127.0.0.1:${plain};`],
    [/listen 443/, `listen 127.0.0.1:${secure}`],
    [/127\.0\.0\.1:3000/, `127.0.0.1:${site}`],
    [/https:\/\/example\.org\$/, `https://localhost:${secure}$`],
    [/\/var\/cache\/nginx\/chapterhouse/, path.join(folder, 'cache')],
    [/\/etc\/ssl\/example\.org/g, folder],
    [/\/usr\/share\/chapterhouse/g, path.resolve('deploy')],
    [/root \/run\/chapterhouse\/pages/g, `root ${pages}`],
    [/include mime\.types;/, temporaries(folder)],
    ...(bare ? bareness : []),
  ]
  let conf = shipped
  for (const [what, by] of changes) {
    if (!what.test(conf)) throw new Error(`deploy/nginx.conf has no ${what.source}`)
    what.lastIndex = 0
    conf = conf.replace(what, () => by)
  }
  const file = path.join(folder, 'nginx.conf')
  writeFileSync(file, `daemon off; pid ${folder}/nginx.pid; ${asRoot}\n${conf}`)
  const args = ['-c', file, '-p', folder, '-e', path.join(folder, 'error.log')]
  execFileSync(program, ['-t', '-q', ...args])
  const child = spawn(program, args, { stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  return {
    pid: child.pid!,
    plain: `http://localhost:${plain}`,
    secure: `${bare ? 'http' : 'https'}://localhost:${secure}`,
    certificate: readFileSync(certificate),
    async stop() {
      child.kill('SIGQUIT')
      await ended
    },
  }
}

const bareness: [RegExp, string][] = [
  [/ ssl http2;/, ';'],
  [/worker_processes auto;/, 'worker_processes 1;'],
]

const asRoot = process.getuid?.() === 0 ? 'user root;' : ''

// Where a package keeps them is not ours to write to; types are the site's to say.
const temporaries = (folder: string) =>
  ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(' ')
