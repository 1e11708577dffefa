import type { Config } from '../../config/types.ts'
import type { LinkGraph } from '../graph.ts'
import { graphToDot } from './dot.ts'
import { type GraphDocument, toGraphDocument } from './graph-document.ts'
import { graphToJson } from './json.ts'
import { graphToMermaid } from './mermaid.ts'

const WRITERS = {
  mermaid: graphToMermaid,
  dot: graphToDot,
  json: graphToJson,
} as const satisfies Record<string, (graph: GraphDocument) => string>

export type GraphFormat = keyof typeof WRITERS

export const GRAPH_FORMATS = Object.keys(WRITERS) as GraphFormat[]

/** The links between the articles of a folder as a document in one of the formats. */
export function writeGraph(graph: LinkGraph, format: GraphFormat, config: Config): string {
  return WRITERS[format](toGraphDocument(graph, config))
}
