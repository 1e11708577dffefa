import { toJsonDocument } from '../../standards/json.ts'
import type { GraphDocument } from './graph-document.ts'

/** The graph for machines: `{ nodes, edges }`; `broken` stands only on edges that are. */
export function graphToJson(graph: GraphDocument): string {
  return toJsonDocument(graph)
}
