import type { Paragraph, PhrasingContent, Root } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { toString as mdastToString } from 'mdast-util-to-string'
import type { Config } from '../../config/types.ts'
import { own } from '../../standards/own.ts'
import { visit } from '../../standards/visit.ts'
import { beginsWithLabel, labelOf, labelsOf, separatorFor } from './labels.ts'

/**
 * Makes elements of boxes: a `div` with the configured class, its title as a first, marked paragraph. With
 * `style: "core"` the built-in ones say there, too, what they are.
 *
 * @param siteLanguage the language of articles that name none
 */
export function remarkBoxes({ style, kinds }: Config['boxes'], siteLanguage: string) {
  return (tree: Root): void => {
    const language = tree.data?.language ?? siteLanguage
    visit(tree, 'containerDirective', (box) => {
      // An element of another kind has been made of it.
      if (box.data?.hName !== undefined) return
      const { className = `message is-${box.name}`, title } = own(kinds, box.name) ?? {}
      box.data = { hName: 'div', hProperties: { className: className.split(/\s+/), dataBox: box.name } }
      box.children = style === 'core' ? withLabel(box, title, language) : withTitle(box, title)
    })
  }
}

function withTitle(box: ContainerDirective, fallback: string | undefined): ContainerDirective['children'] {
  const { title, content } = takeTitle(box)
  if (title !== undefined) return [toParagraph('box-title', [bold(title)]), ...content]
  return fallback === undefined ? content : [toParagraph('box-title', [bold(words(fallback))]), ...content]
}

function withLabel(
  box: ContainerDirective,
  fallback: string | undefined,
  language: string,
): ContainerDirective['children'] {
  const { title, content } = takeTitle(box)
  const label = labelOf(box.name, language)
  const isEnoughFor = (text: string): boolean =>
    label === undefined || beginsWithLabel(text, labelsOf(box.name))
  if (title === undefined) {
    const shown = fallback ?? label
    if (shown === undefined) return content
    // As a title of the article it would need no label; otherwise it stands in place of one.
    const className = fallback !== undefined && isEnoughFor(fallback) ? 'box-title' : 'box-label'
    return [toParagraph(className, [bold(words(shown))]), ...content]
  }
  const before =
    label === undefined || isEnoughFor(mdastToString(title))
      ? []
      : [bold(words(label)), ...words(separatorFor(language))]
  return [toParagraph('box-title', [...before, bold(title)]), ...content]
}

function takeTitle({ children }: ContainerDirective): {
  readonly title: PhrasingContent[] | undefined
  readonly content: ContainerDirective['children']
} {
  const [first, ...rest] = children
  const isTitle = first?.type === 'paragraph' && first.data?.directiveLabel === true
  return isTitle ? { title: first.children, content: rest } : { title: undefined, content: children }
}

function toParagraph(className: string, children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children, data: { hProperties: { className: [className] } } }
}

function bold(children: PhrasingContent[]): PhrasingContent {
  return { type: 'strong', children }
}

function words(value: string): PhrasingContent[] {
  return [{ type: 'text', value }]
}
