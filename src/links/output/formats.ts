/** The forms in which the links between articles can be written; named here, so that the command line loads no writer. */
export const GRAPH_FORMATS = ['mermaid', 'dot', 'json'] as const

export type GraphFormat = (typeof GRAPH_FORMATS)[number]
