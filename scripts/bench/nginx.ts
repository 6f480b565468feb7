import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Where nginx is, if it is. */
export const nginxProgram = [
  process.env.NGINX_PATH,
  '/usr/sbin/nginx',
  '/usr/local/sbin/nginx',
  '/opt/homebrew/bin/nginx',
].find((file) => file && existsSync(file))

/** Starts nginx with one worker that sends the gzipped bytes from a file; undefined where nginx is not installed. */
export function startNginx(folder: string, port: number, gzipped: Buffer) {
  const program = nginxProgram
  if (!program) return undefined
  const html = path.join(folder, 'html')
  mkdirSync(html, { recursive: true })
  writeFileSync(path.join(html, 'page.html'), gzipped)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(' ')
  const asRoot = process.getuid?.() === 0 ? 'user root;' : ''
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    `${asRoot} worker_processes 1; daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
     events { worker_connections 512; }
     http {
       access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; open_file_cache max=10; ${temporary}
       server {
         listen 127.0.0.1:${port}; root ${html};
         location / { default_type "text/html; charset=utf-8"; add_header content-encoding gzip; try_files /page.html =404; }
       }
     }`,
  )
  execFileSync(program, [
    '-t',
    '-q',
    '-c',
    path.join(folder, 'nginx.conf'),
    '-p',
    folder,
    '-e',
    `${folder}/error.log`,
  ])
  const child = spawn(
    program,
    ['-c', path.join(folder, 'nginx.conf'), '-p', folder, '-e', `${folder}/error.log`],
    { stdio: 'ignore' },
  )
  const ended = new Promise((resolve) => child.once('exit', resolve))
  return {
    pid: child.pid!,
    async stop() {
      child.kill('SIGQUIT')
      await ended
    },
  }
}
