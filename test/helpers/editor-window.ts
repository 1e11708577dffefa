import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Script } from 'node:vm'
import { JSDOM, VirtualConsole } from 'jsdom'

/** A block as `wp.blocks.parse` gives it; the members that we look at. */
export interface EditorBlock {
  readonly name: string
  readonly isValid: boolean
  readonly attributes: Readonly<Record<string, unknown>>
  readonly innerBlocks: readonly EditorBlock[]
  /** The block's inner HTML as it stood in the content, without inner blocks. */
  readonly originalContent: string
}

/** The part of `wp.blocks` that reads and writes post content. */
export interface WordPressBlocks {
  getBlockTypes(): readonly { name: string; attributes: unknown; supports: unknown }[]
  parse(content: string): EditorBlock[]
  serialize(blocks: readonly EditorBlock[]): string
  getSaveContent(
    name: string,
    attributes: EditorBlock['attributes'],
    innerBlocks: readonly EditorBlock[],
  ): string
}

export interface EditorWindow {
  readonly blocks: WordPressBlocks
  /** WordPress's own port of PHP's wpautop(). */
  readonly autop: { autop(content: string): string }
  /** Runs `work` and returns what the editor's scripts logged meanwhile. */
  listen<T>(work: () => T): { result: T; logged: readonly LogEntry[] }
}

export interface LogEntry {
  readonly method: string
  readonly args: readonly unknown[]
}

/**
 * wp-block-library, wp-format-library and all that they need, in dependency order, as
 * wp-includes/assets/script-loader-packages.min.php and `wp_default_packages_vendor()` of WordPress 6.5.5 say.
 */
const scripts = [
  ...['wp-polyfill-inert', 'regenerator-runtime', 'wp-polyfill', 'react', 'react-dom', 'moment'].map(
    (name) => `vendor/${name}`,
  ),
  ...['dom-ready', 'hooks', 'i18n', 'a11y', 'url', 'api-fetch', 'autop', 'blob'],
  ...['block-serialization-default-parser', 'deprecated', 'dom', 'escape-html', 'element'],
  ...['is-shallow-equal', 'keycodes', 'priority-queue', 'compose', 'private-apis', 'redux-routine', 'data'],
  ...['html-entities', 'rich-text', 'shortcode', 'blocks', 'date', 'primitives', 'warning', 'components'],
  ...['keyboard-shortcuts', 'commands', 'notices', 'preferences-persistence', 'preferences', 'style-engine'],
  ...['token-list', 'wordcount', 'block-editor', 'core-data', 'patterns', 'server-side-render', 'viewport'],
  ...['block-library', 'format-library'],
]

/** The block types as PHP registers them and wp-admin hands them to the editor. */
const blockTypesFile = join(import.meta.dirname, '../fixtures/conformance/block-types.json')

let loaded: Promise<EditorWindow> | undefined

/** The scripts of WordPress 6.5.5's block editor in one jsdom window, loaded once per worker. */
export function loadEditorWindow(): Promise<EditorWindow> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<EditorWindow> {
  let logged: LogEntry[] = []
  const virtualConsole = new VirtualConsole()
  for (const method of ['log', 'info', 'warn', 'error', 'jsdomError']) {
    virtualConsole.on(method, (...args) => logged.push({ method, args }))
  }
  const dom = new JSDOM('<!doctype html>', {
    url: 'http://localhost/wp-admin/post.php',
    runScripts: 'outside-only',
    pretendToBeVisual: true,
    virtualConsole,
  })
  // jsdom has no layout, so no media query ever matches.
  dom.window.matchMedia = () => ({ matches: false, addListener() {}, addEventListener() {} })

  const context = dom.getInternalVMContext()
  for (const { name, source } of await readScripts()) {
    new Script(source, { filename: name }).runInContext(context)
  }
  // PHP decides the order of a block's attributes, and the order in which they are saved follows it.
  const blockTypes = await readFile(blockTypesFile, 'utf8')
  new Script(`wp.blocks.unstable__bootstrapServerSideBlockDefinitions(${blockTypes})`).runInContext(context)
  // wp-admin sets oldEditor (wp-includes/script-loader.php); without it no block stands for freeform content.
  new Script('wp.oldEditor = {}; wp.blockLibrary.registerCoreBlocks()').runInContext(context)
  const failures = logged.filter(({ method }) => method === 'jsdomError' || method === 'error')
  if (failures.length > 0) {
    throw new Error(
      `the editor's scripts do not load: ${failures.map(({ args }) => String(args[0])).join('; ')}`,
    )
  }

  const { blocks, autop } = dom.window.wp as { blocks: WordPressBlocks; autop: EditorWindow['autop'] }
  return {
    blocks,
    autop,
    listen(work) {
      logged = []
      return { result: work(), logged }
    },
  }
}

async function readScripts(): Promise<{ name: string; source: string }[]> {
  const entry = createRequire(import.meta.url).resolve('@wp-playground/wordpress-builds/package.json')
  const folder = join(dirname(entry), 'public/wp-6.5/wp-includes/js/dist')
  return Promise.all(
    scripts.map(async (name) => ({ name, source: await readFile(join(folder, `${name}.min.js`), 'utf8') })),
  )
}
