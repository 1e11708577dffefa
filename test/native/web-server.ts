import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { nginxConfig } from './nginx-config.ts'
import { PROGRAMS } from './packages.ts'
import { type RunAs, type Service, startService } from './processes.ts'
import { SITE_VARIABLES, type Site } from './wordpress.ts'

/** Enough for two publishers with their parallel reads; each holds a copy of WordPress. */
const PHP_WORKERS = 8

/** Starts PHP's own process manager on a socket. */
export async function startPhp(folder: string, runAs: RunAs & { cwd: string }): Promise<Service> {
  const config = path.join(folder, 'php-fpm.conf')
  await writeFile(
    config,
    `[global]
pid = ${folder}/php-fpm.pid
error_log = ${folder}/php-fpm.log
daemonize = no
[www]
listen = ${folder}/php.sock
pm = static
pm.max_children = ${PHP_WORKERS}
catch_workers_output = yes
php_admin_value[upload_max_filesize] = 64M
php_admin_value[post_max_size] = 64M
php_admin_value[error_log] = ${folder}/php.log
php_admin_value[opcache.validate_timestamps] = 0
php_admin_flag[log_errors] = on
php_admin_flag[display_errors] = off
`,
  )
  const args = ['--nodaemonize', '--fpm-config', config]
  return startService(await phpManager(), args, path.join(folder, 'php-fpm.out'), runAs)
}

/** The program php-fpm, whose name has a version. */
export async function phpManager(): Promise<string> {
  const [program] = (await readdir('/usr/sbin')).filter((name) => name.startsWith('php-fpm')).sort()
  if (program === undefined) throw new Error('There is no php-fpm in /usr/sbin.')
  return `/usr/sbin/${program}`
}

/** Starts nginx on ports of the loopback address, as Debian's WordPress documents its set-up. */
export async function startNginx(
  folder: string,
  sites: readonly Site[],
  runAs: RunAs & { cwd: string },
): Promise<Service> {
  const config = path.join(folder, 'nginx.conf')
  await writeFile(config, nginxConfig(folder, sites.map((site) => serverOf(site, folder)).join('')))
  const log = path.join(folder, 'nginx.log')
  return startService(PROGRAMS.nginx, ['-c', config, '-e', 'stderr', '-p', folder], log, runAs)
}

function serverOf({ url, name }: Site, folder: string): string {
  return `  server {
    listen ${new URL(url).host};
    root ${folder}/wordpress;
    index index.php;
    location / { try_files $uri $uri/ /index.php?$args; }
    location ~ \\.php$ {
      try_files $uri =404;
      include /etc/nginx/fastcgi_params;
      # Debian's own line leaves the port out, and WordPress would redirect to itself for ever.
      fastcgi_param HTTP_HOST $host:$server_port;
      fastcgi_param ${SITE_VARIABLES.url} ${url};
      fastcgi_param ${SITE_VARIABLES.name} ${name};
      fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
      fastcgi_pass unix:${folder}/php.sock;
      fastcgi_read_timeout 120s;
    }
  }
`
}
