import type { Config } from '../../config/types.ts'
import type { LinkGraph } from '../graph.ts'
import { graphToDot } from './dot.ts'
import type { GraphFormat } from './formats.ts'
import { type GraphDocument, toGraphDocument } from './graph-document.ts'
import { graphToJson } from './json.ts'
import { graphToMermaid } from './mermaid.ts'

const WRITERS: Readonly<Record<GraphFormat, (graph: GraphDocument) => string>> = {
  mermaid: graphToMermaid,
  dot: graphToDot,
  json: graphToJson,
}

/** The links between the articles of a folder as a document in one of the formats. */
export function writeGraph(graph: LinkGraph, format: GraphFormat, config: Config): string {
  return WRITERS[format](toGraphDocument(graph, config))
}
