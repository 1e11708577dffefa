import pc from 'picocolors'
import type { Media } from '../posts/types.ts'
import type { FieldName, PictureText } from '../site/types.ts'
import type { FieldChange } from '../sync/details.ts'
import type { Change, KeptPicture, Plan } from '../sync/types.ts'

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
    keptPictures: plan.keptPictures,
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
    case 'update-media':
      return {
        kind: change.kind,
        path: change.media.path,
        id: change.before.id,
        fields: change.fields,
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
    case 'update-media':
      return `${pc.yellow('~')} ${'picture'.padEnd(8)} ${change.media.path}: ${change.fields.join(', ')}`
    case 'create-post':
      return `${pc.green('+')} ${'post'.padEnd(8)} ${change.after.slug} (${statusToText(change)})`
    case 'update-post':
      return `${pc.yellow('~')} ${'post'.padEnd(8)} ${change.after.slug}: ${change.fields.map(fieldLabel).join(', ')}`
    case 'trash-post':
      return `${pc.red('-')} ${'post'.padEnd(8)} ${change.before.slug}: to the trash`
  }
}

/** The name of a field as front matter has it. */
export function fieldLabel(name: FieldName | PictureText): string {
  if (name === 'featuredMedia') return 'featured_image'
  return name === 'commentStatus' ? 'comment_status' : name
}

/** Old and new value of each text of a picture that is written. */
export function pictureTextChanges(change: Change): FieldChange[] {
  if (change.kind !== 'update-media') return []
  return change.fields.map((name) => ({ name, before: change.before[name], after: change.media[name] }))
}

/** Why a picture keeps its texts; behind its path. */
export function keptPictureToText({ fields, reason }: KeptPicture): string {
  return reason === 'edited'
    ? `${fields.join(', ')} on the site was not published from here, left alone`
    : `${fields.join(', ')} left alone, since another user uploaded it`
}

function statusToText({ after }: Extract<Change, { kind: 'create-post' }>): string {
  return after.date === undefined ? after.status : `${after.status}, ${after.date.replace('T', ' ')}`
}

function pictureSize({ size, width, height }: Media): string {
  return `${Math.max(1, Math.round(size / 1000))} kB, ${width} x ${height}`
}
