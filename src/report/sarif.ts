import type { Log, Region, ReportingDescriptor, Result } from 'sarif'
import type { VFile } from 'vfile'
import { location } from 'vfile-location'
import type { VFileMessage } from 'vfile-message'
import { say } from '../language/say.ts'
import { joinSentences } from '../language/sentences.ts'
import type { RuleInfo } from '../posts/rule.ts'
import { sortMessages, toJson } from './messages.ts'
import { placeOf } from './place.ts'
import { printableLines } from './printable.ts'

const LEVELS = { error: 'error', warn: 'warning', off: 'none' } as const

/** Line and column at least 1, the end exclusive, as in our own places (SARIF 2.1.0, 3.30). */
const COLUMN_KIND = 'utf16CodeUnits'

/**
 * Messages as a SARIF log, which code-scanning services read.
 *
 * @param files files with messages
 * @param rules every rule that may have reported something
 * @param prefix path of the project in the repository, `/`-separated; empty where it is the repository itself
 * @param version of Rensai
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function messagesToSarif(
  files: readonly VFile[],
  rules: readonly RuleInfo[],
  prefix: string,
  version: string,
): Log {
  const ids = rules.map(({ id }) => id)
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Rensai', semanticVersion: version, rules: rules.map(toDescriptor) } },
        columnKind: COLUMN_KIND,
        results: files.flatMap((file) =>
          sortMessages(file).map((message) => toResult(file, message, ids, toUri(prefix, file.path))),
        ),
      },
    ],
  }
}

function toDescriptor({ id, severity, summary }: RuleInfo): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: summary },
    help: { text: joinSentences(summary, say`See docs/rules.md.`) },
    defaultConfiguration: { level: LEVELS[severity], enabled: severity !== 'off' },
  }
}

function toResult(file: VFile, message: VFileMessage, ids: readonly string[], uri: string): Result {
  const { ruleId, severity, note } = toJson(file, message)
  const ruleIndex = ids.indexOf(ruleId)
  const { line, column, endLine, endColumn } = placeOf(message)
  const artifactLocation = { uri, uriBaseId: '%SRCROOT%' }
  const region: Region = { startLine: line, startColumn: column, endLine, endColumn }
  return {
    ruleId,
    // A plugin's own message has no rule of ours.
    ...(ruleIndex === -1 ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: { text: plainText(joinSentences(message.reason, note)) },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    ...(message.fix === undefined ? {} : { fixes: [toFix(file, message, message.fix, artifactLocation)] }),
  }
}

function toFix(
  file: VFile,
  { note }: VFileMessage,
  { start, end, text }: NonNullable<VFileMessage['fix']>,
  artifactLocation: { uri: string; uriBaseId: string },
): NonNullable<Result['fixes']>[number] {
  const places = location(file)
  const [from, to] = [places.toPoint(start), places.toPoint(end)]
  const deletedRegion: Region = {
    startLine: from?.line ?? 1,
    startColumn: from?.column ?? 1,
    endLine: to?.line ?? 1,
    endColumn: to?.column ?? 1,
  }
  return {
    description: { text: plainText(note ?? say`Mend it.`) },
    artifactChanges: [{ artifactLocation, replacements: [{ deletedRegion, insertedContent: { text } }] }],
  }
}

/** A text in which no words of an article make a link (SARIF 2.1.0, 3.11.6). */
function plainText(text: string): string {
  return printableLines(text).replaceAll('](', '] (')
}

/** A relative reference (RFC 3986); blanks and Japanese in names are percent-encoded. */
function toUri(prefix: string, path: string): string {
  return [...(prefix === '' ? [] : [prefix]), path].join('/').split('/').map(encodeURIComponent).join('/')
}
