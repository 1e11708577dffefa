import type { Code, Root } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { visit } from 'unist-util-visit'
import type { Config } from '../../types.ts'

/**
 * Reads what stands behind a fence's language, in the dialect of Docusaurus and rehype-pretty-code:
 * `title="a.ts"` puts a title above the code, in a group with it; `showLineNumbers` adds the class
 * `line-numbers` that highlighting plugins look for. With `highlight: "none"` code has no class at all.
 */
export function remarkCodeMeta(highlight: Config['highlight']) {
  return (tree: Root): void => {
    visit(tree, 'code', (code, index, parent) => {
      const { meta } = code
      if (highlight === 'none') code.lang = null
      if (typeof meta !== 'string' || parent === undefined || index === undefined) return
      if (highlight === 'class' && /(?:^|\s)showLineNumbers(?:\s|$)/.test(meta))
        addClass(code, 'line-numbers')
      const title = /(?:^|\s)title=(?:"([^"]*)"|'([^']*)'|(\S+))/
        .exec(meta)
        ?.slice(1)
        .find((value) => value !== undefined)
      // Read once: the group below holds the same code.
      code.meta = null
      if (title !== undefined && title !== '') parent.children[index] = withTitle(code, title)
    })
  }
}

function addClass(code: Code, name: string): void {
  const language = code.lang ? [`language-${code.lang}`] : []
  code.data = { ...code.data, hProperties: { className: [...language, name] } }
}

function withTitle(code: Code, title: string): ContainerDirective {
  return {
    type: 'containerDirective',
    name: 'code',
    data: { hName: 'div', hProperties: { className: ['code-with-title'], dataBox: 'code' } },
    children: [
      {
        type: 'paragraph',
        children: [{ type: 'text', value: title }],
        data: { hProperties: { className: ['code-title'] } },
      },
      code,
    ],
  }
}
