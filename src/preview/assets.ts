import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from '../config/types.ts'
import { findBlockStyles } from './block-styles.ts'

export interface Assets {
  /** The style sheets below assets/ in the order that pages load them. */
  readonly styles: readonly string[]
  /** Every file below assets/, by name: its absolute path. */
  readonly files: ReadonlyMap<string, string>
}

/** The folder of the files that pages load: beside this module, in the sources as in the build. */
export const ASSETS = fileURLToPath(new URL('assets', import.meta.url))

const OWN = ['theme.css', 'preview.css', 'index.css', 'filter.js']

/** The style sheets and scripts of the preview; the theme comes after the block library, as on a site. */
export function findAssets(config: Config): Assets {
  const blockStyles = findBlockStyles(config)
  const files = new Map(OWN.map((name) => [name, path.join(ASSETS, name)]))
  if (blockStyles !== undefined) files.set('block-library.css', blockStyles)
  const styles = ['block-library.css', ...OWN].filter((name) => name.endsWith('.css') && files.has(name))
  return { styles, files }
}
