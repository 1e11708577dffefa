import { splitLanguage } from '../posts/language.ts'
import { reportFinding } from '../posts/report-finding.ts'
import type { Config } from '../types.ts'
import type { GraphNode, LinkGraph } from './graph.ts'
import { seriesMemberMissing, seriesSiblings } from './rules.ts'

const FIRST_LINE = { line: 1, column: 1 }

interface Member {
  /** File name without language ending, as wp.config.json lists it. */
  readonly name: string
  readonly language: string | undefined
  readonly node: GraphNode
}

/** Every member of a series links to every other member of its language. */
export function checkSeries(graph: LinkGraph, config: Config): void {
  const articles = [...graph.values()].map((node) => toMember(node, config))
  for (const { name: series, members, linkSiblings } of config.series) {
    const present = articles.filter(({ name }) => members.includes(name))
    const languages = new Set(present.map(({ language }) => language))
    for (const member of present) {
      if (linkSiblings) checkSiblings(member, present, series, config)
    }
    for (const language of languages) {
      const inLanguage = present.filter((member) => member.language === language)
      checkMembers(members, inLanguage, series, config)
    }
  }
}

function checkSiblings(member: Member, present: readonly Member[], series: string, config: Config): void {
  const { source, links } = member.node
  const linked = new Set(links.flatMap(({ target }) => (target.kind === 'post' ? [target.key] : [])))
  for (const sibling of present) {
    if (sibling === member || sibling.language !== member.language) continue
    if (linked.has(sibling.node.source.key)) continue
    const file = sibling.node.source.file.basename ?? sibling.name
    const finding = {
      reason: `The article does not link to ${sibling.node.source.file.path}, its sibling in the series "${series}".`,
      place: FIRST_LINE,
      note: `Link to it, as [...](./${file}), or set linkSiblings to false for the series.`,
    }
    reportFinding(source.file, seriesSiblings, finding, config)
  }
}

/** A message needs a file to stand on: the first member that is there. */
function checkMembers(
  names: readonly string[],
  present: readonly Member[],
  series: string,
  config: Config,
): void {
  const [first] = present
  for (const name of names) {
    if (first === undefined || present.some((member) => member.name === name)) continue
    const language = first.language === undefined ? '' : ` in "${first.language}"`
    const finding = {
      reason: `The series "${series}" has no article "${name}"${language}.`,
      place: FIRST_LINE,
      note: 'Write it, or take it off the members in wp.config.json.',
    }
    reportFinding(first.node.source.file, seriesMemberMissing, finding, config)
  }
}

function toMember(node: GraphNode, config: Config): Member {
  const { key } = node.source
  const { base, language } = splitLanguage(key.slice(key.lastIndexOf('/') + 1), config.languages)
  return { name: base, language, node }
}
