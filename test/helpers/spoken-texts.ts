import { readFile } from 'node:fs/promises'
import { glob } from 'tinyglobby'
import ts from 'typescript'

/** A text in the sources: its English, whose values are `{1}`, `{2}` and so on, and where it stands. */
export interface SourceText {
  readonly english: string
  readonly place: string
}

/** Everything in `src/` that goes through `say`. */
export async function listSpokenTexts(): Promise<SourceText[]> {
  return (await listTexts()).flatMap(({ node, ...text }) => (isSaid(node) ? [text] : []))
}

/**
 * What looks like a sentence for people and does not go through `say`. What an `Error` is made of that is no `UserError`
 * is ours to read; what stands beside its Japanese as `en` is complete. Descriptions in a JSON Schema are for editors,
 * which read one file in whatever language.
 */
export async function listUnspokenTexts(): Promise<SourceText[]> {
  return (await listTexts()).flatMap(({ node, ...text }) =>
    isSaid(node) ||
    isInSaid(node) ||
    isBesideJapanese(node) ||
    isBug(node) ||
    isDescription(node) ||
    !/^[A-Z{].* .*[.?!]$/s.test(text.english)
      ? []
      : [text],
  )
}

async function listTexts(): Promise<(SourceText & { node: ts.TemplateLiteral | ts.StringLiteral })[]> {
  const files = (await glob('src/**/*.ts', { ignore: 'src/language/ja/**' })).sort()
  const perFile = await Promise.all(
    files.map(async (file) => {
      const source = ts.createSourceFile(file, await readFile(file, 'utf8'), ts.ScriptTarget.Latest, true)
      const texts: (SourceText & { node: ts.TemplateLiteral | ts.StringLiteral })[] = []
      const visit = (node: ts.Node): void => {
        if (
          ts.isStringLiteral(node) ||
          ts.isNoSubstitutionTemplateLiteral(node) ||
          ts.isTemplateExpression(node)
        ) {
          const { line } = source.getLineAndCharacterOfPosition(node.getStart())
          texts.push({ english: englishOf(node), place: `${file}:${line + 1}`, node })
        }
        ts.forEachChild(node, visit)
      }
      visit(source)
      return texts
    }),
  )
  return perFile.flat()
}

function englishOf(node: ts.TemplateLiteral | ts.StringLiteral): string {
  if (!ts.isTemplateExpression(node)) return node.text
  return node.templateSpans.reduce(
    (before, { literal }, index) => `${before}{${index + 1}}${literal.text}`,
    node.head.text,
  )
}

function isSaid({ parent }: ts.Node): boolean {
  return ts.isTaggedTemplateExpression(parent) && parent.tag.getText() === 'say'
}

/** Whether it is a value within a text that is said. */
function isInSaid(node: ts.Node): boolean {
  for (let at = node.parent; at !== undefined; at = at.parent) {
    if (ts.isTemplateExpression(at) && isSaid(at)) return true
  }
  return false
}

function isBesideJapanese({ parent }: ts.Node): boolean {
  return ts.isPropertyAssignment(parent) && /^(?:en|ja)$/.test(parent.name.getText())
}

function isDescription({ parent }: ts.Node): boolean {
  if (ts.isPropertyAssignment(parent))
    return /^(?:description|deprecationMessage)$/.test(parent.name.getText())
  return (
    ts.isCallExpression(parent) &&
    ts.isPropertyAccessExpression(parent.expression) &&
    parent.expression.name.text === 'describe'
  )
}

function isBug(node: ts.Node): boolean {
  for (let at = node.parent; at !== undefined; at = at.parent) {
    if (ts.isNewExpression(at)) return /^(?:Type|Range)?Error$/.test(at.expression.getText())
    if (ts.isCallExpression(at)) return at.expression.kind === ts.SyntaxKind.SuperKeyword
  }
  return false
}
