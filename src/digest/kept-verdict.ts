import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { VFile } from 'vfile'
import type { Config } from '../config/types.ts'
import { keptFile, writeKeptFile } from '../kept-files.ts'
import { openArticle } from '../posts/articles.ts'
import { sha256 } from '../standards/sha256.ts'
import { versionOf } from './cache.ts'
import { type KeptMessage, keepMessages, repeatMessages } from './messages.ts'
import type { ArticleBytes } from './read-digests.ts'

const NAME = 'verdict.json'

/** A file system may tell times in steps this large (FAT: 2 s), so what is younger may change unseen. */
const STEP = 2000

/** What there is to say of a project, as messages on the files that it is about. */
export interface Verdict {
  readonly articles: readonly VFile[]
  /** Files that are no articles and have a message: wp.config.json, pictures that no article shows. */
  readonly others: readonly VFile[]
}

/** What a verdict rests on. */
export interface Grounds {
  readonly read: readonly ArticleBytes[]
  /** Absolute paths of other files and folders that were looked at. */
  readonly watched: readonly string[]
  /** Milliseconds since 1970. */
  readonly judgedAt: number
  /** Milliseconds since 1970 at which it may be another; `undefined` where time changes nothing. */
  readonly until: number | undefined
}

interface Content {
  /** Of Rensai and of the configuration. */
  readonly version: string
  /** Of the names and bytes of all articles. */
  readonly articles: string
  readonly judgedAt: number
  readonly until?: number | undefined
  /** What the file system told of each file that was looked at, by path below the project. */
  readonly watched: Readonly<Record<string, string>>
  /** By name of article; those without a message are left out. */
  readonly messages: Readonly<Record<string, readonly KeptMessage[]>>
  readonly others: readonly { path: string; value?: string; messages: readonly KeptMessage[] }[]
}

/**
 * The verdict of an earlier run, in the ignored folder `.rensai/` of the project. It is never needed: where it cannot
 * be read or written, everything is judged anew.
 */
export class KeptVerdict {
  readonly #config: Config
  readonly #content: Content

  private constructor(config: Config, content: Content) {
    this.#config = config
    this.#content = content
  }

  /** What an earlier run of this Rensai under this configuration kept. */
  static read(config: Config): KeptVerdict | undefined {
    try {
      const content = JSON.parse(readFileSync(keptFile(config, NAME), 'utf8')) as Content
      return content.version === versionOf(config) ? new KeptVerdict(config, content) : undefined
    } catch {
      // Not there yet, or half written by a machine that lost its power.
      return undefined
    }
  }

  /** Keeps a verdict for the next run, unless what it rests on changed while it was made. */
  static write(config: Config, { articles, others }: Verdict, grounds: Grounds): void {
    const { read, judgedAt, until } = grounds
    const watched = grounds.watched.map((file) => [path.relative(config.root, file), look(file)] as const)
    if (watched.some(([, { changedAt }]) => changedAt > judgedAt - STEP)) return
    const content: Content = {
      version: versionOf(config),
      articles: stampArticles(read),
      judgedAt,
      until,
      watched: Object.fromEntries(watched.map(([name, { stamp }]) => [name, stamp])),
      messages: Object.fromEntries(
        articles.flatMap((file, index) => {
          const name = read[index]?.name
          return name === undefined || file.messages.length === 0 ? [] : [[name, keepMessages(file)]]
        }),
      ),
      others: others.map((file) => ({
        path: file.path,
        ...(file.value === undefined ? {} : { value: String(file) }),
        messages: keepMessages(file),
      })),
    }
    writeKeptFile(config, NAME, content)
  }

  /**
   * True where nothing has changed that the verdict rests on.
   *
   * @param now milliseconds since 1970
   */
  holds(read: readonly ArticleBytes[], now: number): boolean {
    const { articles, judgedAt, until = Number.POSITIVE_INFINITY, watched } = this.#content
    return (
      now >= judgedAt &&
      now < until &&
      articles === stampArticles(read) &&
      Object.entries(watched).every(([name, stamp]) => {
        return look(path.join(this.#config.root, name)).stamp === stamp
      })
    )
  }

  /** Says again what was said of the articles. */
  restore(read: readonly ArticleBytes[]): Verdict {
    const { messages, others } = this.#content
    return {
      articles: read.map(({ name, bytes }) => {
        const file = openArticle(name, bytes, this.#config)
        repeatMessages(file, messages[name] ?? [])
        return file
      }),
      others: others.map(({ path: name, value, messages: said }) => {
        const file = new VFile({ cwd: this.#config.root, path: name, ...(value !== undefined && { value }) })
        repeatMessages(file, said)
        return file
      }),
    }
  }
}

function stampArticles(read: readonly ArticleBytes[]): string {
  return sha256(read.map(({ name, hash }) => `${hash} ${name}\n`).join(''))
}

/** The time of change (ctime) is set by the system with every write, even where a program sets the other one back. */
function look(file: string): { stamp: string; changedAt: number } {
  const stats = statSync(file, { throwIfNoEntry: false })
  if (stats === undefined) return { stamp: '', changedAt: 0 }
  const { size, mtimeMs, ctimeMs, ino } = stats
  return { stamp: [size, mtimeMs, ctimeMs, ino].join(' '), changedAt: Math.max(mtimeMs, ctimeMs) }
}
