import { say } from '../../language/say.ts'
import { escapeAmpersand } from '../../standards/html.ts'
import type { DocumentEdge, DocumentNode, GraphDocument } from './graph-document.ts'

/** The graph in DOT, for Graphviz: dashed frames are not public, red edges are broken. */
export function graphToDot({ nodes, edges }: GraphDocument): string {
  const missing = new Set(edges.flatMap(({ to, broken }) => (broken === 'missing' ? [to] : [])))
  return [
    'digraph rensai {',
    '  rankdir=LR;',
    '  node [shape=box, fontname="sans-serif"];',
    ...nodes.map(toNode),
    ...[...missing].map(
      (to) =>
        `  ${quote(`missing: ${to}`)} [label=${quote(escapeAmpersand(to))}, style=dashed, color=red, fontcolor=red];`,
    ),
    ...edges.map(toEdge),
    '}',
  ].join('\n')
}

function toNode({ key, title, status, language, series }: DocumentNode): string {
  const about = [status, language, ...series].filter((word) => word !== undefined).join(', ')
  const style = status === 'publish' || status === 'future' ? 'solid' : 'dashed'
  return `  ${quote(key)} [label=${quote(escapeAmpersand(`${title || key}\n${about}`))}, style=${style}];`
}

function toEdge({ from, to, broken }: DocumentEdge): string {
  const target = broken === 'missing' ? `missing: ${to}` : to
  const look =
    broken === undefined
      ? ''
      : ` [color=red, label=${quote(broken === 'anchor' ? say`no section` : say`missing`)}]`
  return `  ${quote(from)} -> ${quote(target)}${look};`
}

/** A quoted string of DOT: only the quote is special to the parser, and the backslash to labels. */
function quote(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')
  return `"${escaped.replaceAll('\n', '\\n').replace(/\p{Cc}/gu, ' ')}"`
}
