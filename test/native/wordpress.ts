import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { SANDBOX_PLUGIN } from '../../src/sandbox/plugin.ts'
import { makePassword, type SiteSettings, setupScript } from '../../src/sandbox/setup.ts'
import { PROGRAMS } from './packages.ts'
import { type RunAs, run } from './processes.ts'

/** One WordPress: its code is shared, its database and uploads are its own. */
export interface Site {
  readonly url: string
  /** Of the database, and of the folder of uploads. */
  readonly name: string
}

export const SETTINGS = {
  title: 'Native WordPress',
  language: 'en-US',
  timezone: 'Asia/Tokyo',
  permalink: '/archives/%post_id%',
}

/** How PHP is told which site it works for. */
export const SITE_VARIABLES = { url: 'RENSAI_URL', name: 'RENSAI_SITE' } as const

/**
 * Copies Debian's WordPress and gives it a configuration of its own in place of Debian's.
 *
 * @param source the folder of its files, as the package has it
 */
export async function copyWordPress(source: string, folder: string, socket: string): Promise<void> {
  const target = path.join(folder, 'wordpress')
  // Debian links to files outside this folder.
  await run('cp', ['--recursive', '--dereference', source, target])
  const plugins = path.join(target, 'wp-content/mu-plugins')
  await mkdir(plugins, { recursive: true })
  await writeFile(path.join(plugins, 'rensai-sandbox.php'), SANDBOX_PLUGIN)
  const constants: Record<string, string | boolean> = {
    DB_USER: 'root',
    DB_PASSWORD: '',
    DB_HOST: `localhost:${socket}`,
    DB_CHARSET: 'utf8mb4',
    // Application passwords work over plain http only where WordPress takes itself for a local site.
    WP_ENVIRONMENT_TYPE: 'local',
    WP_HTTP_BLOCK_EXTERNAL: true,
    AUTOMATIC_UPDATER_DISABLED: true,
    DISABLE_WP_CRON: true,
    AUTH_KEY: makePassword(),
    SECURE_AUTH_KEY: makePassword(),
    LOGGED_IN_KEY: makePassword(),
    NONCE_KEY: makePassword(),
  }
  const lines = Object.entries(constants).map(
    ([name, value]) => `define( '${name}', ${JSON.stringify(value)} );`,
  )
  const { url, name } = SITE_VARIABLES
  await writeFile(
    path.join(target, 'wp-config.php'),
    `<?php
${lines.join('\n')}
define( 'DB_NAME', $_SERVER['${name}'] );
define( 'WP_HOME', $_SERVER['${url}'] );
define( 'WP_SITEURL', $_SERVER['${url}'] );
define( 'UPLOADS', 'wp-content/' . $_SERVER['${name}'] );
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
`,
  )
}

/** Runs PHP for a site, as its web server's user, and returns what it prints. */
export async function runPhp(folder: string, site: Site, code: string, runAs: RunAs): Promise<string> {
  const script = path.join(folder, `script-${crypto.randomUUID()}.php`)
  await writeFile(script, code)
  const { stdout } = await run(PROGRAMS.php, ['-d', 'display_errors=stderr', script], {
    ...runAs,
    cwd: folder,
    env: { ...process.env, [SITE_VARIABLES.url]: site.url, [SITE_VARIABLES.name]: site.name },
  })
  return stdout
}

/** Makes the tables and the administrator, and returns a new application password. */
export async function installWordPress(
  folder: string,
  site: Site,
  settings: SiteSettings,
  runAs: RunAs,
): Promise<string> {
  const root = path.join(folder, 'wordpress')
  const json = Buffer.from(JSON.stringify(settings)).toString('base64')
  await runPhp(
    folder,
    site,
    `<?php
define( 'WP_INSTALLING', true );
function wp_new_blog_notification() {}
require '${root}/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
$settings = json_decode( base64_decode( '${json}' ), true );
wp_install( $settings['title'], 'admin', 'admin@example.org', true, '', $settings['adminPassword'] );
`,
    runAs,
  )
  return await runPhp(folder, site, setupScript(settings, false, root), runAs)
}
