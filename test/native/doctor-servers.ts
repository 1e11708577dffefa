import { once } from 'node:events'
import { access, mkdir, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import path from 'node:path'
import { PASS_AUTHORIZATION, recogniseGatekeeper } from '../../src/site/gatekeepers.ts'
import { nginxConfig } from './nginx-config.ts'
import { PROGRAMS } from './packages.ts'
import { run, type Service, startService } from './processes.ts'
import type { NativeServer } from './serve.ts'
import { phpManager } from './web-server.ts'
import { SITE_VARIABLES } from './wordpress.ts'

/** One WordPress, as many web servers with a fault each see it. */
export interface DoctorServers {
  /** The address of the server that is set up so. */
  readonly url: (name: ServerName) => string
  /** A certificate of an authority of its own, for NODE_EXTRA_CA_CERTS. */
  readonly authority: string
  readonly close: () => Promise<void>
}

/** How PHP is set, by a pool each. */
const POOLS = {
  usual: 'php_admin_value[post_max_size] = 64M\nphp_admin_value[upload_max_filesize] = 64M',
  small: 'php_admin_value[post_max_size] = 2M\nphp_admin_value[upload_max_filesize] = 2M',
  poor: 'php_admin_value[memory_limit] = 44M',
  loud: 'php_admin_flag[display_errors] = on\nphp_admin_value[error_reporting] = 32767',
} as const

interface Setup {
  readonly pool?: keyof typeof POOLS
  /** What the plugin below does. */
  readonly plugin?: string
  /** Lines of the server. */
  readonly lines?: (folder: string) => string
  /** Lines of the location of PHP. */
  readonly php?: string
  /** How addresses come to WordPress; the usual way by default. */
  readonly location?: string
  /** A file of the certificate, without ending. */
  readonly certificate?: string
}

/** The lines that Rensai shows where a web server asks for a password of its own. */
const OPEN_REST_API =
  recogniseGatekeeper({
    url: '',
    request: 'GET /',
    response: new Response(null, { status: 401, headers: { 'www-authenticate': 'Basic realm=""' } }),
    text: '',
    code: undefined,
    page: undefined,
  })?.example ?? ''

const NGINX = {
  healthy: {},
  'no-header': { php: 'fastcgi_param HTTP_AUTHORIZATION "";' },
  'no-header-no-xml-rpc': { php: 'fastcgi_param HTTP_AUTHORIZATION "";', plugin: 'no-xml-rpc' },
  // The line that is advised, behind one that drops it, as a later include has it.
  'header-mended': {
    php: `fastcgi_pass_request_headers off; fastcgi_param HTTP_HOST $host:$server_port;
      fastcgi_param CONTENT_TYPE $content_type; ${linesFor('nginx, where it calls PHP')}`,
  },
  'no-rewrite': { location: 'location / { try_files $uri $uri/ =404; }' },
  password: {
    lines: (folder) => `auth_basic "会員"; auth_basic_user_file ${folder}/passwords;`,
  },
  'password-mended': {
    lines: (folder) =>
      `${linesFor('nginx, where it asks', OPEN_REST_API)} auth_basic_user_file ${folder}/passwords;`,
  },
  firewall: { lines: () => 'location ^~ /wp-json/ { return 403; }' },
  'small-body': { lines: () => 'client_max_body_size 1m;' },
  'tiny-body': { lines: () => 'client_max_body_size 100k;' },
  'small-php': { pool: 'small' },
  poor: { pool: 'poor' },
  loud: { pool: 'loud', plugin: 'warning' },
  bom: { plugin: 'bom' },
  'no-passwords': { plugin: 'no-passwords' },
  'rest-off': { plugin: 'rest-off' },
  'rest-for-users': { plugin: 'rest-for-users' },
  'login-wall': { plugin: 'login-wall' },
  'no-delete': { lines: () => 'if ($request_method = DELETE) { return 405; }' },
  cached: {
    php: `fastcgi_cache all; fastcgi_cache_key $path_only; fastcgi_cache_valid 200 1h;
      fastcgi_ignore_headers Cache-Control Expires Set-Cookie;`,
  },
  moved: { location: 'location / { return 301 $healthy$request_uri; }' },
  elsewhere: { location: 'location / { return 301 http://localhost:9$request_uri; }' },
  circle: { location: 'location / { return 302 $scheme://$host:$server_port$request_uri; }' },
  secure: { certificate: 'right' },
  'self-signed': { certificate: 'self' },
  'other-name': { certificate: 'other' },
} satisfies Record<string, Setup>

const PASSWORD = 'AuthType Basic\nAuthName Members\nAuthUserFile FOLDER/passwords\n'

/** A process of PHP for each request, as hosts had it before FastCGI and some have it still. */
const CGI = '<FilesMatch "\\.php$">\nSetHandler php-cgi\n</FilesMatch>\n'

/** Apache with PHP as FastCGI or CGI, which keeps the login to itself; each with a .htaccess of its own. */
const APACHE = {
  apache: '',
  'apache-setenvif': linesFor('Apache, in .htaccess'),
  'apache-cgipassauth': linesFor('Apache 2.4.13'),
  'apache-cgi': CGI,
  'apache-cgi-mended': `${CGI}${linesFor('Apache, in .htaccess')}`,
  'apache-password': `CGIPassAuth On\n${PASSWORD}Require valid-user`,
  'apache-password-mended': `CGIPassAuth On\n${PASSWORD}${linesFor('Apache', OPEN_REST_API)}`,
} as const

export type ServerName = keyof typeof NGINX | keyof typeof APACHE

/** The lines below a comment of what Rensai advises, up to the next. */
function linesFor(comment: string, advised = PASS_AUTHORIZATION): string {
  const parts = advised.split(/^# /m).filter((part) => part.startsWith(comment))
  const [, lines] = /^[^\n]*\n([\s\S]+)$/.exec(parts[0] ?? '') ?? []
  if (lines === undefined) throw new Error(`Nothing is advised for ${comment}.`)
  return lines.trim()
}

/** The password `secret` as `openssl passwd -apr1` writes it, which both servers read. */
const APR1 = '$apr1$rensai00$6KyrDSeAsc30I7XP4mJ8q1'

/** As WordPress writes it. */
const HTACCESS = `RewriteEngine On
RewriteBase /
RewriteRule ^index\\.php$ - [L]
RewriteCond %{REQUEST_FILENAME} !-f
RewriteCond %{REQUEST_FILENAME} !-d
RewriteRule . /index.php [L]
`

/** What plugins of real sites do. */
const PLUGIN = `<?php
$does = $_SERVER['DOCTOR'] ?? '';
if ( 'no-passwords' === $does ) add_filter( 'wp_is_application_passwords_available', '__return_false' );
if ( 'no-xml-rpc' === $does ) add_filter( 'xmlrpc_enabled', '__return_false' );
if ( 'bom' === $does ) echo "\\xEF\\xBB\\xBF";
if ( 'warning' === $does ) add_action( 'init', function () { echo $undefined; } );
if ( str_starts_with( $does, 'rest-' ) ) add_filter( 'rest_authentication_errors', function ( $error ) use ( $does ) {
	if ( is_wp_error( $error ) || ( 'rest-for-users' === $does && is_user_logged_in() ) ) return $error;
	return new WP_Error( 'rest_cannot_access', 'REST API is not for everybody.', array( 'status' => 401 ) );
}, 99 );
if ( 'login-wall' === $does ) add_action( 'parse_request', function () {
	wp_safe_redirect( wp_login_url() );
	exit;
}, 1 );
`

/** Starts php-fpm, nginx and Apache beside those of the tests' WordPress, all on its files and database. */
export async function startDoctorServers(server: NativeServer): Promise<DoctorServers> {
  const { runAs, sites } = server
  const site = sites[0]?.name ?? ''
  const wordpress = path.join(server.folder, 'wordpress')
  const folder = path.join(server.folder, 'doctor')
  const plugin = path.join(wordpress, 'wp-content/mu-plugins/doctor.php')
  const services: Service[] = []
  const close = async (): Promise<void> => {
    for (const service of services.toReversed()) await service.stop()
    await rm(plugin, { force: true })
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await mkdir(folder)
    await writeFile(plugin, PLUGIN)
    await writeFile(path.join(folder, 'passwords'), `reader:${APR1}\n`)
    await makeCertificates(folder)
    await mkdir(path.join(folder, 'cgi'))
    await writeFile(path.join(folder, 'cgi/php'), `#!/bin/sh\nexec ${PROGRAMS.phpCgi}\n`, { mode: 0o755 })
    const names = [...Object.keys(NGINX), ...Object.keys(APACHE)] as ServerName[]
    const urls = new Map<ServerName, string>()
    const ports = await choosePorts(names.length)
    for (const [index, name] of names.entries()) {
      const { certificate }: Setup = name in NGINX ? NGINX[name as keyof typeof NGINX] : {}
      const scheme = certificate === undefined ? 'http' : 'https'
      urls.set(name, `${scheme}://127.0.0.1:${ports[index]}`)
    }
    const url = (name: ServerName): string => urls.get(name) ?? ''
    const variables = (name: ServerName): [string, string][] => [
      [SITE_VARIABLES.url, url(name)],
      [SITE_VARIABLES.name, site],
    ]
    await writeFile(path.join(folder, 'php.conf'), phpConfig(folder))
    await writeFile(path.join(folder, 'nginx.conf'), doctorConfig({ folder, wordpress, url, variables }))
    await writeFile(path.join(folder, 'apache.conf'), apacheConfig({ folder, wordpress, url, variables }))
    for (const [name, lines] of Object.entries(APACHE)) {
      await writeFile(
        path.join(wordpress, `.htaccess-${name}`),
        `${lines.replace('FOLDER', folder)}\n${HTACCESS}`,
      )
    }
    if (runAs.uid !== undefined) await run('chown', ['-R', `${runAs.uid}:${runAs.gid}`, folder])
    const start = async (program: string, args: string[], name: string): Promise<Service> => {
      const service = startService(program, args, path.join(folder, `${name}.log`), { ...runAs, cwd: folder })
      services.push(service)
      return service
    }
    const php = await start(
      await phpManager(),
      ['--nodaemonize', '--fpm-config', `${folder}/php.conf`],
      'php',
    )
    await php.ready(() => access(path.join(folder, 'usual.sock')))
    const nginx = await start(
      PROGRAMS.nginx,
      ['-c', `${folder}/nginx.conf`, '-e', 'stderr', '-p', folder],
      'nginx',
    )
    const apache = await start(PROGRAMS.apache, ['-D', 'FOREGROUND', '-f', `${folder}/apache.conf`], 'apache')
    await nginx.ready(() => answers(url('healthy')))
    await apache.ready(() => answers(url('apache')))
    return { url, authority: path.join(folder, 'authority.pem'), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Ports of the loopback address that are free, all at once, so that none comes twice. */
async function choosePorts(amount: number): Promise<number[]> {
  const holders = Array.from({ length: amount }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(holders.map((holder) => once(holder, 'listening')))
  const ports = holders.map((holder) => (holder.address() as AddressInfo).port)
  for (const holder of holders) {
    holder.close()
    await once(holder, 'close')
  }
  return ports
}

async function answers(url: string): Promise<void> {
  const response = await fetch(`${url}/wp-json/`)
  if (!response.ok) throw new Error(`${url}/wp-json/ answers ${response.status}: ${await response.text()}`)
}

/** A certificate that an authority signed for this machine, one for another name, and one that signs itself. */
async function makeCertificates(folder: string): Promise<void> {
  const make = (name: string, args: readonly string[]): Promise<unknown> =>
    run(
      PROGRAMS.openssl,
      [
        ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
        ...['-keyout', `${name}.key`, '-out', `${name}.pem`, ...args],
      ],
      { cwd: folder },
    )
  await make('authority', ['-days', '90', '-subj', '/CN=Rensai test authority'])
  const signed = ['-CA', 'authority.pem', '-CAkey', 'authority.key']
  const leaf = ['-addext', 'basicConstraints=critical,CA:FALSE']
  await make('right', [
    '-days',
    '5',
    '-subj',
    '/CN=right',
    '-addext',
    'subjectAltName=IP:127.0.0.1',
    ...leaf,
    ...signed,
  ])
  await make('other', [
    '-days',
    '90',
    '-subj',
    '/CN=other',
    '-addext',
    'subjectAltName=DNS:other.example',
    ...leaf,
    ...signed,
  ])
  await make('self', ['-days', '90', '-subj', '/CN=self', '-addext', 'subjectAltName=IP:127.0.0.1'])
}

function phpConfig(folder: string): string {
  const pools = Object.entries(POOLS).map(
    ([name, lines]) => `[${name}]
listen = ${folder}/${name}.sock
pm = ondemand
pm.max_children = 2
php_admin_value[error_log] = ${folder}/php-errors.log
php_admin_flag[log_errors] = on
${name === 'loud' ? '' : 'php_admin_flag[display_errors] = off'}
${lines}
`,
  )
  return `[global]\npid = ${folder}/php.pid\nerror_log = ${folder}/php-fpm.log\ndaemonize = no\n${pools.join('')}`
}

interface Places {
  readonly folder: string
  readonly wordpress: string
  readonly url: (name: ServerName) => string
  readonly variables: (name: ServerName) => [string, string][]
}

function doctorConfig({ folder, wordpress, url, variables }: Places): string {
  const servers = (Object.entries(NGINX) as [keyof typeof NGINX, Setup][]).map(([name, setup]) => {
    const { host, protocol } = new URL(url(name))
    const own = variables(name).map(([key, value]) => `fastcgi_param ${key} ${value};`)
    const tls = `ssl_certificate ${folder}/${setup.certificate}.pem; ssl_certificate_key ${folder}/${setup.certificate}.key;`
    return `  server {
    listen ${host}${protocol === 'https:' ? ' ssl' : ''};
    ${setup.certificate === undefined ? '' : tls}
    set $healthy ${url('healthy')};
    root ${wordpress};
    index index.php;
    ${setup.lines?.(folder) ?? ''}
    ${setup.location ?? 'location / { try_files $uri $uri/ /index.php?$args; }'}
    location ~ \\.php$ {
      try_files $uri =404;
      include /etc/nginx/fastcgi_params;
      fastcgi_param HTTP_HOST $host:$server_port;
      ${own.join('\n      ')}
      fastcgi_param DOCTOR "${setup.plugin ?? ''}";
      fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
      ${setup.php ?? ''}
      fastcgi_pass unix:${folder}/${setup.pool ?? 'usual'}.sock;
    }
  }
`
  })
  return nginxConfig(
    folder,
    `  ${linesFor('nginx, within http', OPEN_REST_API)}
  map $request_uri $path_only { "~^(?<path>[^?]*)" $path; }
  fastcgi_cache_path ${folder}/cache keys_zone=all:1m;
${servers.join('')}`,
  )
}

const MODULES = [
  'mpm_event',
  'actions',
  'alias',
  'auth_basic',
  'authn_core',
  'authn_file',
  'authz_core',
  'authz_user',
  'cgid',
  'dir',
  'env',
  'mime',
  'proxy',
  'proxy_fcgi',
  'rewrite',
  'setenvif',
]

function apacheConfig({ folder, wordpress, url, variables }: Places): string {
  const hosts = (Object.keys(APACHE) as (keyof typeof APACHE)[]).map(
    (name) => `Listen ${new URL(url(name)).host}
<VirtualHost ${new URL(url(name)).host}>
  DocumentRoot ${wordpress}
  AccessFileName .htaccess-${name}
  DirectoryIndex index.php
  ${variables(name)
    .map(([key, value]) => `SetEnv ${key} ${value}`)
    .join('\n  ')}
</VirtualHost>
`,
  )
  return `ServerName 127.0.0.1
PidFile ${folder}/apache.pid
DefaultRuntimeDir ${folder}
ErrorLog ${folder}/apache-errors.log
TypesConfig /dev/null
ThreadsPerChild 4
MaxRequestWorkers 8
StartServers 1
${MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
<Directory ${wordpress}>
  AllowOverride All
  Require all granted
</Directory>
ScriptSock ${folder}/cgi.sock
ScriptAlias /doctor-cgi/ ${folder}/cgi/
Action php-cgi /doctor-cgi/php
<Directory ${folder}/cgi>
  Require all granted
</Directory>
<FilesMatch "\\.php$">
  SetHandler "proxy:unix:${folder}/usual.sock|fcgi://localhost"
</FilesMatch>
${hosts.join('')}`
}
