import { realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Config } from '../config/types.ts'
import { WORDPRESS_VERSION } from '../sandbox/packages.ts'

/** The style sheets that WordPress gives every page with blocks, relative to what may be installed. */
const CANDIDATES = [
  ['@wordpress/block-library/package.json', 'build-style/style.css'],
  [
    '@wp-playground/wordpress-builds/package.json',
    `public/wp-${WORDPRESS_VERSION}/wp-includes/css/dist/block-library/style.min.css`,
  ],
] as const

/**
 * Finds the block library's own style sheet: of the package if the project has it, or of the embedded
 * WordPress. It is GPL and large, so a production install does without; the preview's own theme is enough to
 * read by.
 *
 * @returns its absolute path, or `undefined` where neither is installed whole
 */
export function findBlockStyles(config: Config): string | undefined {
  for (const [manifest, file] of CANDIDATES) {
    for (const from of [config.file, import.meta.url]) {
      try {
        const folder = path.dirname(createRequire(from).resolve(manifest))
        const sheet = realpathSync(path.join(folder, file))
        // The preview copies it: a project could bring a package along whose style sheet is a link to some other file.
        if (sheet.startsWith(folder + path.sep)) return sheet
      } catch {
        // Not installed there: the next one may be.
      }
    }
  }
  return undefined
}
