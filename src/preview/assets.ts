import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from '../config/types.ts'
import { findBlockStyles } from './block-styles.ts'
import { findStylesheet } from './stylesheet.ts'

export interface Assets {
  /** The style sheets below assets/ in the order that pages load them. */
  readonly styles: readonly string[]
  /** Every file below assets/, by name: its absolute path. */
  readonly files: ReadonlyMap<string, string>
}

/** The folder of the files that pages load: beside this module, in the sources as in the build. */
export const ASSETS = fileURLToPath(new URL('assets', import.meta.url))

const OWN = ['theme.css', 'preview.css', 'index.css', 'series.css', 'filter.js', 'sort.js']

const BLOCKS = 'block-library.css'
const STOCK = 'stock.css'

/** The author's own theme. */
export const AUTHORS = 'stylesheet.css'

/** What a site would lay over an article, in that order; the preview's own styles are the others. */
export const SITE_STYLES: readonly string[] = [BLOCKS, STOCK, AUTHORS]

/**
 * The style sheets and scripts of the preview. Articles look as on WordPress's own theme, or as `preview.stylesheet` says.
 *
 * @throws UserError (usage) where there is no such file in the project
 */
export function findAssets(config: Config): Assets {
  const blockStyles = findBlockStyles(config)
  const authors = findStylesheet(config)
  const files = new Map(OWN.map((name) => [name, path.join(ASSETS, name)]))
  if (blockStyles !== undefined) files.set(BLOCKS, blockStyles)
  if (authors === undefined) files.set(STOCK, path.join(ASSETS, STOCK))
  else files.set(AUTHORS, authors)
  const styles = [...SITE_STYLES, ...OWN].filter((name) => name.endsWith('.css') && files.has(name))
  return { styles, files }
}
