import type { Root } from 'mdast'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import type { Config } from '../config/types.ts'
import { parseWithDialects } from '../constructs/boxes/dialects.ts'
import { areFormulasClosed } from '../constructs/math/is-closed.ts'
import { constructs } from '../constructs/registry.ts'
import { STRIKETHROUGH } from '../constructs/strikethrough.ts'
import { replaceNoncharacters } from '../standards/noncharacters.ts'
import { remarkBoundedSigns } from './plugins/remark-bounded-signs.ts'
import { remarkSparingGfm } from './plugins/remark-sparing-gfm.ts'

/** Markdown as this author and others write it; the rest of its table of contents is the list of constructs. */
function createParser(math: Config['math']) {
  return unified()
    .use(remarkParse)
    .use(remarkGfm, STRIKETHROUGH)
    .use(remarkSparingGfm)
    .use(remarkCjkFriendly)
    .use(remarkCjkFriendlyStrikethrough, STRIKETHROUGH)
    .use(constructs.flatMap(({ out }) => out?.parse?.(math) ?? []))
    .use(remarkBoundedSigns)
    .freeze()
}

const parsers = new Map<Config['math'], ReturnType<typeof createParser>>()

/**
 * Parses the body of an article.
 *
 * @param body Markdown; what stands before the body is blanked out, so that positions are those of the file
 * @param file collects what the author probably did not mean
 * @param math what formulas are written as; "none" leaves dollar signs alone
 */
export function parseMarkdown(
  body: string,
  file: VFile = new VFile(body),
  math: Config['math'] = 'none',
): Root {
  const parser = parserFor(math)
  const text = replaceNoncharacters(body)
  const tree = parseWithDialects(text, (written) => parser.parse(written))
  if (!text.includes('$$') || areFormulasClosed(tree, text)) return parser.runSync(tree, file) as Root
  const plain = parserFor('none')
  return plain.runSync(
    parseWithDialects(text, (written) => plain.parse(written)),
    file,
  ) as Root
}

function parserFor(math: Config['math']): ReturnType<typeof createParser> {
  const parser = parsers.get(math) ?? createParser(math)
  parsers.set(math, parser)
  return parser
}
