import { say } from '../../language/say.ts'
import type { DocumentEdge, DocumentNode, GraphDocument } from './graph-document.ts'

/**
 * The graph as a Mermaid flowchart, as GitHub and many editors draw it; broken links are dotted.
 *
 * Nodes are named by number: Mermaid takes neither Japanese nor `/` nor the word `end` in a name.
 */
export function graphToMermaid({ nodes, edges }: GraphDocument): string {
  const names = new Map(nodes.map(({ key }, index) => [key, `n${index + 1}`]))
  const missing = new Map<string, string>()
  for (const { to, broken } of edges) {
    if (broken === 'missing' && !missing.has(to)) missing.set(to, `m${missing.size + 1}`)
  }
  return [
    'flowchart LR',
    ...nodes.map((node) => `  ${names.get(node.key)}["${label(node)}"]:::${shade(node)}`),
    ...[...missing].map(([to, name]) => `  ${name}(["${escapeText(to)}"]):::missing`),
    ...edges.map(({ from, to, broken }) => {
      const target = broken === 'missing' ? missing.get(to) : names.get(to)
      const arrow = arrowFor(broken)
      return `  ${names.get(from)} ${arrow} ${target}`
    }),
    '  classDef public stroke-width:2px',
    '  classDef hidden stroke-dasharray:4 3',
    '  classDef missing stroke:#c00,color:#c00,stroke-dasharray:4 3',
  ].join('\n')
}

function arrowFor(broken: DocumentEdge['broken']): string {
  if (broken === undefined) return '-->'
  return broken === 'missing' ? `-. ${say`missing`} .->` : `-. ${say`no section`} .->`
}

function label({ key, title, status, language, series }: DocumentNode): string {
  const about = [status, language, ...series].filter((word) => word !== undefined).join(', ')
  return `${escapeText(title || key)}<br/>${escapeText(about)}`
}

function shade({ status }: DocumentNode): string {
  return status === 'publish' || status === 'future' ? 'public' : 'hidden'
}

/** Entity codes of Mermaid (#35; without the ampersand of HTML) for what its grammar or HTML would read. */
function escapeText(text: string): string {
  return text
    .replace(/[^\p{L}\p{N} ,.:/_'!?+=\-\u0080-\u{10FFFF}]/gu, (character) => `#${character.codePointAt(0)};`)
    .replace(/\s+/g, ' ')
}
