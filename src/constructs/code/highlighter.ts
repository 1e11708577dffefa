import path from 'node:path'
import type { BundledLanguage, BundledTheme, HighlighterGeneric, ThemeRegistrationRaw } from 'shiki'
import { bundledThemes } from 'shiki/themes'
import type { Config } from '../../config/types.ts'
import { ExitCode, UserError } from '../../errors.ts'
import { readProjectFile } from '../../files/read.ts'
import { say } from '../../language/say.ts'
import { joinSentences } from '../../language/sentences.ts'
import { bounded } from '../../limits/bounded.ts'
import { closest } from '../../limits/closest.ts'
import { isHighlightable } from './languages.ts'

/** A stretch of code in one style. */
export interface Token {
  readonly text: string
  /** CSS declarations; `undefined` for code in the theme's plain colour. */
  readonly style: string | undefined
}

export interface Highlighter {
  /** The theme's colours, `#rrggbb`. */
  readonly foreground: string
  readonly background: string
  /** The tokens of each line, without colours where nobody knows the language. Loads a language when it is first met. */
  readonly tokenize: (code: string, language: string) => Promise<Token[][]>
}

/** Bits of TextMate's font styles (vscode-textmate, `FontStyle`). */
const FONT_STYLES: readonly (readonly [bit: number, declaration: string])[] = [
  [1, 'font-style:italic'],
  [2, 'font-weight:bold'],
  [4, 'text-decoration:underline'],
  [8, 'text-decoration:line-through'],
]

/**
 * Makes a highlighter with the configured theme.
 *
 * The engine is Oniguruma, as in VS Code: the same tokens under every version of Node.
 *
 * @throws UserError (usage) where there is no such theme
 */
export async function createHighlighter(config: Config): Promise<Highlighter> {
  const theme = await loadTheme(config)
  const { isSpecialLang } = await import('shiki')
  const shiki = await loadShiki(theme)
  const colors = shiki.getTheme(shiki.getLoadedThemes()[0] ?? '')
  const [foreground, background] = [colors.fg.toLowerCase(), colors.bg.toLowerCase()]
  return {
    foreground,
    background,
    async tokenize(code, language) {
      const name = language.toLowerCase()
      const lang = isHighlightable(name) ? name : 'text'
      const grammar = isSpecialLang(lang) ? shiki : await loadShiki(theme, lang)
      // Shiki gives a line up after half a second by default: then colours would depend on how busy the machine is.
      const lines = bounded(() =>
        grammar.codeToTokensBase(code, { lang, theme: colors, tokenizeTimeLimit: 0 }),
      )
      return lines.map((line) =>
        join(
          line.map(({ content: text, color: written = foreground, fontStyle = 0 }) => {
            const color = written.toLowerCase()
            const isPlain = text.trim() === '' || color === foreground
            const declarations = [
              ...(isPlain ? [] : [`color:${color}`]),
              ...FONT_STYLES.flatMap(([bit, css]) => (fontStyle > 0 && (fontStyle & bit) !== 0 ? [css] : [])),
            ]
            return { text, style: declarations.length === 0 ? undefined : declarations.join(';') }
          }),
        ),
      )
    },
  }
}

type Theme = keyof typeof bundledThemes | ThemeRegistrationRaw

/**
 * Grammars are slow to load and immutable, and the preview renders again and again: one instance a theme and language.
 * An instance colours the languages inside others, such as YAML in Markdown, only where it has met them; with one for
 * all, the colours of an article would depend on what was rendered before it.
 */
const instances = new Map<string, Promise<HighlighterGeneric<BundledLanguage, BundledTheme>>>()

async function loadShiki(
  theme: Theme,
  ...langs: BundledLanguage[]
): Promise<HighlighterGeneric<BundledLanguage, BundledTheme>> {
  const key = JSON.stringify([theme, ...langs])
  const loading =
    instances.get(key) ??
    import('shiki').then(({ createHighlighter: create }) => create({ themes: [theme], langs }))
  instances.set(key, loading)
  return await loading
}

/** Neighbours of one style need one element only. */
function join(tokens: readonly Token[]): Token[] {
  const joined: Token[] = []
  for (const token of tokens) {
    const last = joined.at(-1)
    if (last !== undefined && last.style === token.style)
      joined[joined.length - 1] = { ...last, text: last.text + token.text }
    else joined.push(token)
  }
  return joined
}

/** One of Shiki's themes by name, or a theme of VS Code by the path of its file in the project. */
async function loadTheme(config: Config): Promise<Theme> {
  const { theme } = config.shiki
  if (isBundled(theme)) return theme
  if (!theme.endsWith('.json')) {
    const near = closest(theme, Object.keys(bundledThemes), 4)
    throw new UserError(say`There is no highlighting theme "${theme}".`, {
      advice: joinSentences(
        near === undefined ? '' : say`Did you mean "${near}"?`,
        say`Name a theme of Shiki or the path of a theme's JSON file in "shiki.theme".`,
      ),
      exitCode: ExitCode.usage,
    })
  }
  try {
    const text = readProjectFile(config, path.posix.normalize(theme))?.toString('utf8') ?? ''
    const json = JSON.parse(text) as ThemeRegistrationRaw
    return { ...json, name: json.name ?? path.basename(theme, '.json') }
  } catch (cause) {
    throw new UserError(say`The highlighting theme ${theme} cannot be read.`, {
      advice: say`Mend the path in "shiki.theme", which lies in the project and is no link, or the JSON of the file.`,
      exitCode: ExitCode.usage,
      cause,
    })
  }
}

function isBundled(name: string): name is keyof typeof bundledThemes {
  return Object.hasOwn(bundledThemes, name)
}
