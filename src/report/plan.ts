import pc from 'picocolors'
import type { Change, FieldName, Media, Plan } from '../types.ts'

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
    orphans: plan.orphans,
    held: plan.held,
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
    case 'trash-post':
      return { kind: change.kind, slug: change.before.slug, id: change.before.id }
  }
}

/** One change in a line. */
export function changeToText(change: Change): string {
  switch (change.kind) {
    case 'create-term': {
      const word = change.term.taxonomy === 'category' ? 'category' : 'tag'
      return `${pc.green('+')} ${word.padEnd(8)} ${change.term.name}`
    }
    case 'upload-media':
      return `${pc.green('+')} ${'picture'.padEnd(8)} ${change.media.path} (${pictureSize(change.media)})`
    case 'create-post':
      return `${pc.green('+')} ${'post'.padEnd(8)} ${change.after.slug} (${statusToText(change)})`
    case 'update-post':
      return `${pc.yellow('~')} ${'post'.padEnd(8)} ${change.after.slug}: ${change.fields.map(fieldLabel).join(', ')}`
    case 'trash-post':
      return `${pc.red('-')} ${'post'.padEnd(8)} ${change.before.slug}: to the trash`
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

function pictureSize({ size, width, height }: Media): string {
  return `${Math.max(1, Math.round(size / 1000))} kB, ${width} x ${height}`
}
