import type { Server } from 'node:http'
import { createRequire } from 'node:module'
import path from 'node:path'
import { ExitCode, UserError } from '../errors.ts'
import { installCommand } from '../installation.ts'
import { say } from '../language/say.ts'

const require = createRequire(import.meta.url)

/** Where the parts of the embedded WordPress lie. */
export interface WordPressPackage {
  /** WordPress itself, as a zip of the PHP files. */
  readonly archive: string
  /** Scripts, styles and pictures of the admin screens and themes. */
  readonly statics: string
}

/** The version that Rensai runs: the newest in the package that is no beta. */
export const WORDPRESS_VERSION = '6.5'

/**
 * Finds the embedded WordPress among the optional packages.
 *
 * @throws UserError (usage) where they are not installed, as after `npm ci --omit=dev` or in a project that has not asked for them
 */
export function findWordPress(): WordPressPackage {
  const folder = path.dirname(locate('@wp-playground/wordpress-builds/package.json'))
  return {
    archive: path.join(folder, 'src', 'wordpress', `wp-${WORDPRESS_VERSION}.zip`),
    statics: path.join(folder, 'public', `wp-${WORDPRESS_VERSION}`),
  }
}

/** The part of the runtime that is used; its own types cannot be resolved under NodeNext. */
export interface Playground {
  readonly runCLI: (options: Readonly<Record<string, unknown>>) => Promise<
    AsyncDisposable & {
      readonly server: Server
      readonly playground: { readonly run: (script: { code: string }) => Promise<{ text: string }> }
    }
  >
}

/** Loads the WordPress runtime, which is large, only where it is needed. */
export async function loadPlayground(): Promise<Playground> {
  locate('@wp-playground/cli/package.json')
  const name: string = '@wp-playground/cli'
  return (await import(name)) as Playground
}

function locate(file: string): string {
  const install = installCommand('@wp-playground/cli', '@wp-playground/wordpress-builds', 'yauzl')
  try {
    return require.resolve(file)
  } catch (cause) {
    throw new UserError(say`No site is configured, and the embedded WordPress is not installed.`, {
      advice: say`Set WP_URL, WP_USERNAME and WP_APP_PASSWORD to publish to your site, or run "${install}" to get the embedded WordPress.`,
      exitCode: ExitCode.usage,
      cause,
    })
  }
}
