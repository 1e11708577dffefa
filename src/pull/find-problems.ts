import type { VFileMessage } from 'vfile-message'
import { FRONT_MATTER_FIELDS } from '../fields/front-matter.ts'
import { BODY_FIELDS } from '../fields/groups.ts'
import { FIELDS, type FieldName } from '../fields/registry.ts'
import type { JudgedArticle, Judgement } from '../judge/types.ts'
import { say } from '../language/say.ts'
import { KEY_ALIASES } from '../posts/front-matter-keys.ts'
import type { Comparison } from '../sync/compare.ts'
import type { Proposal } from './proposal.ts'

/** What keeps a proposal from being written as it is. */
export interface Problem {
  readonly proposal: Proposal
  /** The fields that it comes from; `undefined` where no part of the proposal can do without them. */
  readonly fields: readonly FieldName[] | undefined
  readonly reason: string
}

/**
 * Finds what `check` would refuse if the proposals were written.
 *
 * @param judgement of the folder as it would be
 * @param faulty keys of the articles that had an error before
 */
export function findProblems(
  proposals: readonly Proposal[],
  judgement: Judgement,
  faulty: ReadonlySet<string>,
): Problem[] {
  // First what no other file can link to, then what is wrong with a file itself.
  const nameless = proposals.filter(({ key }) => !judgement.articles.has(key))
  if (nameless.length > 0) {
    return nameless.map((proposal) => {
      const reason = say`no article is read at ${proposal.result.path}, where a link is in its place or the name is hidden or ignored`
      return { proposal, fields: undefined, reason }
    })
  }
  const own = proposals.flatMap((proposal) => problemsOf(proposal, judgement.articles.get(proposal.key)))
  if (own.length > 0) return own
  // What one file says can be wrong because of another, such as a link to a section that is gone.
  const keys = new Set([...faulty, ...proposals.map(({ key }) => key)])
  return [...judgement.articles.values()]
    .filter(({ key }) => !keys.has(key))
    .flatMap((article) => {
      const [error] = errorsOf(article)
      if (error === undefined) return []
      const linked = new Set(
        article.node.links.flatMap(({ target }) => (target.kind === 'post' ? target.key : [])),
      )
      const likely = proposals.filter(({ key }) => linked.has(key))
      const reason = say`${article.draft.source.file.path} would have an error: ${error.reason}`
      return (likely.length > 0 ? likely : proposals).map((proposal) => ({
        proposal,
        fields: optional(proposal, BODY_FIELDS),
        reason,
      }))
    })
}

/** The fields that a proposal brings and whose file does not say what the site does, though `check` accepts it. */
export function findUnsaid(proposal: Proposal, comparison: Comparison | undefined): FieldName[] {
  if (comparison === undefined) return []
  const { decision, desired, live } = comparison
  return [...decision.update, ...decision.drift, ...decision.conflict].filter(
    (name) =>
      proposal.brought.includes(name) &&
      !BODY_FIELDS.includes(name) &&
      // What is not on the site yet is not known, and a post without a slug is given one here.
      desired[name] !== undefined &&
      !(name === 'slug' && live.slug === ''),
  )
}

function problemsOf(proposal: Proposal, article: JudgedArticle | undefined): Problem[] {
  if (article === undefined) return []
  return errorsOf(article).map((error) => ({
    proposal,
    fields: optional(proposal, fieldsAt(article, error)),
    reason:
      error.ruleId === undefined
        ? say`check would refuse it: ${error.reason}`
        : say`check would refuse it: ${error.reason} (${error.ruleId})`,
  }))
}

function errorsOf({ draft }: JudgedArticle): VFileMessage[] {
  return draft.source.file.messages.filter(({ fatal }) => fatal === true)
}

/** The fields that a message is about: those of the key on whose lines it stands, or of the body below. */
function fieldsAt({ draft }: JudgedArticle, { line }: VFileMessage): readonly FieldName[] {
  if (line === undefined) return []
  const found = draft.fields.find(
    ({ keyPlace, valuePlace }) =>
      keyPlace.start.line <= line && Math.max(keyPlace.end.line, valuePlace.end.line) >= line,
  )
  const last = Math.max(...draft.fields.map(({ valuePlace }) => valuePlace.end.line))
  if (found === undefined) return line > last ? BODY_FIELDS : []
  return FRONT_MATTER_FIELDS.filter(({ key, instead = [] }) =>
    [key, ...instead, ...KEY_ALIASES[key]].includes(found.key),
  ).map(({ name }) => name)
}

/** Those of the fields that the proposal brings, where it makes sense without them. */
function optional(
  { brought, before }: Proposal,
  fields: readonly FieldName[],
): readonly FieldName[] | undefined {
  const found = brought.filter((name) => fields.includes(name))
  if (found.length === 0) return undefined
  return before !== undefined || found.every((name) => FIELDS[name].managed === 'given') ? found : undefined
}
