import * as z from 'zod'
import { say } from '../language/say.ts'

const box = z.strictObject({
  className: z.string().optional().describe('Classes of the group block. Default: "message is-NAME".'),
  title: z
    .string()
    .optional()
    .describe(
      'Title shown where the article gives none. Default: with the style "core" what the box is called in the language of the article, otherwise none.',
    ),
})

const BOX_NAME = /^[a-z][a-z0-9-]*$/

const boxes = z
  .object({
    style: z
      .enum(['core', 'class'])
      .default('core')
      .describe(
        'How boxes look: "core" gives them colours and a label that show in every theme, "class" leaves them to your style sheet. Default: "core".',
      ),
  })
  .catchall(box)
  .superRefine((settings, context) => {
    for (const name of Object.keys(settings)) {
      if (!BOX_NAME.test(name))
        context.addIssue({ code: 'custom', path: [name], message: say`Invalid name of a box: "${name}"` })
    }
  })
  .transform(({ style, ...kinds }) => ({ style, kinds }))
  .prefault({})
  .meta({
    description:
      'Boxes written :::name, added to note, warning, step, example and conclusion, and how all of them look.',
    propertyNames: { pattern: BOX_NAME.source },
  })

/** How constructs of an article are written for the site: the part of wp.config.json that themes and plugins decide. */
export const renderingSettings = {
  boxes,
  tables: z
    .strictObject({
      className: z.string().optional().describe('Classes of every table block. Default: none.'),
    })
    .prefault({})
    .describe('How tables are written.'),
  embeds: z
    .strictObject({
      articles: z
        .boolean()
        .default(true)
        .describe('Show an own article whose address stands alone in a paragraph as a card. Default: true.'),
    })
    .prefault({})
    .describe('What becomes of addresses that stand alone in a paragraph.'),
  toc: z
    .strictObject({
      minDepth: z.int().min(1).max(6).default(2).describe('Highest heading that is listed. Default: 2.'),
      maxDepth: z.int().min(1).max(6).default(3).describe('Lowest heading that is listed. Default: 3.'),
    })
    .prefault({})
    .describe('The table of contents that [[toc]] puts into an article.'),
  highlight: z
    .enum(['none', 'class', 'shiki'])
    .default('class')
    .describe(
      'Code: "none", a language "class" for a highlighting plugin, or "shiki" for colours of our own. Default: "class".',
    ),
  lineNumbers: z
    .enum(['text', 'class'])
    .default('text')
    .describe(
      'Numbers of lines: "text" shows them everywhere, "class" leaves them to a highlighting plugin. Default: "text".',
    ),
  shiki: z
    .strictObject({
      theme: z
        .string()
        .min(1)
        .default('github-light-high-contrast')
        .describe(
          'Name of a theme of Shiki, or path of a theme in JSON. Default: "github-light-high-contrast".',
        ),
    })
    .prefault({})
    .describe('Colours of code with highlight "shiki".'),
  mark: z
    .strictObject({
      class: z
        .string()
        .regex(/^[^\s"'<>&]+(?: [^\s"'<>&]+)*$/, {
          error: () => say`Names of classes, with one blank between them`,
        })
        .optional()
        .describe(
          'Class of the mark element that ==marked text== becomes, for a style sheet. Default: none.',
        ),
    })
    .prefault({})
    .describe('Marked text.'),
  mermaid: z
    .enum(['code', 'class'])
    .default('code')
    .describe(
      'Mermaid diagrams: shown as "code", or with the "class" that a script or plugin draws them by. Default: "code".',
    ),
  math: z
    .enum(['auto', 'core', 'none', 'delimiters', 'jetpack'])
    .default('auto')
    .describe(
      'Formulas between dollar signs: "core" is the math block of WordPress 6.9, "delimiters" is for MathJax and KaTeX, "jetpack" for its LaTeX, "none" leaves them plain text, "auto" is "core" where the site has the block and otherwise "none". Default: "auto".',
    ),
}
