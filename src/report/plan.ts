import pc from 'picocolors'
import type { Change, Conflict, Drift, FieldName, Plan } from '../types.ts'
import { count } from './count.ts'

/** The plan for machines; what `plan --json` prints. */
export function planToJson(plan: Plan): Record<string, unknown> {
  return {
    site: plan.site,
    changes: plan.changes.map(changeToJson),
    unchanged: plan.unchanged.length,
    drift: plan.drift.map(({ slug, id, link, fields }) => ({
      slug,
      id,
      link,
      fields: fields.map(fieldLabel),
    })),
    conflicts: plan.conflicts.map(({ slug, id, link, reason, fields }) => ({
      slug,
      id,
      link,
      reason,
      fields: fields.map(fieldLabel),
    })),
  }
}

/** The kind of a change and what it is about, by the names that people know. */
export function changeToJson(change: Change): Record<string, unknown> {
  switch (change.kind) {
    case 'create-term':
      return { kind: change.kind, taxonomy: change.term.taxonomy, name: change.term.name }
    case 'upload-media':
      return {
        kind: change.kind,
        path: change.media.path,
        name: change.media.uploadName,
        bytes: change.media.size,
      }
    case 'create-post':
      return {
        kind: change.kind,
        slug: change.after.slug,
        path: change.after.path,
        status: change.after.status,
      }
    case 'update-post':
      return {
        kind: change.kind,
        slug: change.after.slug,
        path: change.after.path,
        id: change.before.id,
        fields: change.fields.map(fieldLabel),
      }
  }
}

/** The plan for people: a line for each change, then what is left alone and why. */
export function planToText(plan: Plan): string {
  const lines = [
    ...plan.changes.map((change) => `  ${changeToText(change)}`),
    ...plan.drift.map((drift) => `  ${driftToText(drift)}`),
    ...plan.conflicts.map((conflict) => `  ${conflictToText(conflict)}`),
  ]
  if (lines.length === 0)
    return `Nothing to do: ${plan.site} has ${count(plan.unchanged.length, 'article')} as here.`
  return [`Plan for ${plan.site}:`, ...lines, summary(plan)].join('\n')
}

/** One change in a line. */
export function changeToText(change: Change): string {
  switch (change.kind) {
    case 'create-term': {
      const word = change.term.taxonomy === 'category' ? 'category' : 'tag'
      return `${pc.green('+')} ${word.padEnd(8)} ${change.term.name}`
    }
    case 'upload-media':
      return `${pc.green('+')} ${'picture'.padEnd(8)} ${change.media.path} (${kilobytes(change.media.size)})`
    case 'create-post':
      return `${pc.green('+')} ${'post'.padEnd(8)} ${change.after.slug} (${statusToText(change)})`
    case 'update-post':
      return `${pc.yellow('~')} ${'post'.padEnd(8)} ${change.after.slug}: ${change.fields.map(fieldLabel).join(', ')}`
  }
}

/** The name of a field as front matter has it. */
export function fieldLabel(name: FieldName): string {
  if (name === 'featuredMedia') return 'featured_image'
  return name === 'commentStatus' ? 'comment_status' : name
}

function statusToText({ after }: Extract<Change, { kind: 'create-post' }>): string {
  return after.date === undefined ? after.status : `${after.status}, ${after.date.replace('T', ' ')}`
}

function driftToText({ slug, fields }: Drift): string {
  return `${pc.magenta('!')} ${'drift'.padEnd(8)} ${slug}: ${fields.map(fieldLabel).join(', ')} edited in wp-admin, left alone. To write over it: --overwrite --only ${slug}`
}

function conflictToText({ slug, id, reason, fields, link }: Conflict): string {
  const head = `${pc.red('!')} ${'conflict'.padEnd(8)} ${slug}:`
  switch (reason) {
    case 'both-edited':
      return `${head} ${fields.map(fieldLabel).join(', ')} edited here and in wp-admin. To keep the file's version: --overwrite --only ${slug}`
    case 'unmanaged':
      return `${head} post ${id} (${link}) was not published from here. To take it over: --adopt --only ${slug}`
    case 'slug-taken':
      return `${head} the slug belongs to post ${id} (${link}), published from another article here. Choose another slug.`
  }
}

function summary(plan: Plan): string {
  const amount = (kind: Change['kind']): number =>
    plan.changes.filter((change) => change.kind === kind).length
  return [
    `${amount('create-post')} to create, ${amount('update-post')} to update, ${plan.unchanged.length} unchanged`,
    `${count(amount('upload-media'), 'picture')} and ${count(amount('create-term'), 'term')} to add`,
    ...(plan.drift.length > 0 ? [`${plan.drift.length} drifted`] : []),
    ...(plan.conflicts.length > 0 ? [`${plan.conflicts.length} in conflict`] : []),
  ].join('; ')
}

function kilobytes(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1000))} kB`
}
