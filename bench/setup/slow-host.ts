import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { choosePort } from '../../src/sandbox/server.ts'
import { nginxConfig } from '../../test/native/nginx-config.ts'
import { PROGRAMS } from '../../test/native/packages.ts'
import { run, type Service, startService } from '../../test/native/processes.ts'
import { phpManager } from '../../test/native/web-server.ts'
import { SITE_VARIABLES } from '../../test/native/wordpress.ts'
import type { Native } from '../bench.ts'
import { type RecordingProxy, startRecordingProxy } from './recording-proxy.ts'

export interface SlowHost {
  readonly url: string
  readonly take: RecordingProxy['take']
  readonly close: () => Promise<void>
}

/** What a cheap host gives. */
export interface Limits {
  /** Milliseconds that a request is on its way. */
  readonly latency: number
  /** Processes of PHP. */
  readonly workers: number
  /** Requests in a second; those above are answered 429. */
  readonly rate: number
}

/** Serves the native WordPress once more, as a host with these limits: a php-fpm and an nginx of its own, behind a proxy. */
export async function startSlowHost(native: Native, limits: Limits): Promise<SlowHost> {
  const { server } = native
  const folder = path.join(server.folder, 'slow')
  const url = `http://127.0.0.1:${await choosePort(undefined)}`
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'php.conf'), phpConfig(folder, limits))
  await writeFile(path.join(folder, 'nginx.conf'), slowConfig(folder, url, native, limits))
  if (server.runAs.uid !== undefined) {
    await run('chown', ['-R', `${server.runAs.uid}:${server.runAs.gid}`, folder])
  }
  const options = { ...server.runAs, cwd: folder }
  const services: Service[] = []
  const stop = async (): Promise<void> => {
    for (const service of services.toReversed()) await service.stop()
    await rm(folder, { recursive: true, force: true })
  }
  // The services are in groups of their own, so that whatever ends this process alone leaves them.
  const interrupted = (): void => {
    void stop().finally(() => process.exit(1))
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupted)
  const start = async (program: string, args: readonly string[], name: string): Promise<Service> => {
    const service = startService(program, args, path.join(folder, `${name}.log`), options)
    services.push(service)
    return service
  }
  await start(await phpManager(), ['--nodaemonize', '--fpm-config', `${folder}/php.conf`], 'php')
  const nginx = await start(
    PROGRAMS.nginx,
    ['-c', `${folder}/nginx.conf`, '-e', 'stderr', '-p', folder],
    'nginx',
  )
  await nginx.ready(async () => {
    const { ok, status } = await fetch(`${url}/wp-json/`)
    if (!ok) throw new Error(`The slow host answers ${status}.`)
  })
  const proxy = await startRecordingProxy(url, limits.latency)
  return {
    url: proxy.url,
    take: proxy.take,
    close: async () => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupted)
      await proxy.close()
      await stop()
    },
  }
}

function phpConfig(folder: string, { workers }: Limits): string {
  return `[global]
pid = ${folder}/php.pid
error_log = ${folder}/php-fpm.log
daemonize = no
[slow]
listen = ${folder}/php.sock
pm = static
pm.max_children = ${workers}
php_admin_value[upload_max_filesize] = 64M
php_admin_value[post_max_size] = 64M
php_admin_value[error_log] = ${folder}/php-errors.log
php_admin_value[opcache.validate_timestamps] = 0
php_admin_flag[log_errors] = on
php_admin_flag[display_errors] = off
`
}

function slowConfig(folder: string, url: string, { server }: Native, { rate }: Limits): string {
  return nginxConfig(
    folder,
    `  limit_req_zone $server_name zone=host:1m rate=${rate}r/s;
  server {
    listen ${new URL(url).host};
    root ${server.folder}/wordpress;
    index index.php;
    limit_req_status 429;
    location / { try_files $uri $uri/ /index.php?$args; }
    location ~ \\.php$ {
      # As many as come in one second, and no more than the rate after that.
      limit_req zone=host burst=${rate} nodelay;
      add_header Retry-After 1 always;
      include /etc/nginx/fastcgi_params;
      fastcgi_param HTTP_HOST $host:$server_port;
      fastcgi_param ${SITE_VARIABLES.url} ${url};
      fastcgi_param ${SITE_VARIABLES.name} ${server.sites[0]?.name};
      fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
      fastcgi_pass unix:${folder}/php.sock;
      fastcgi_read_timeout 120s;
    }
  }
`,
  )
}
