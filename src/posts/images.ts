import { lstatSync, realpathSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { imageSize } from 'image-size'
import type { Config } from '../config/types.ts'
import { MOST_PICTURE_BYTES } from '../limits/sizes.ts'
import { own } from '../standards/own.ts'
import { decodePercent } from '../standards/percent.ts'
import { sha256 } from '../standards/sha256.ts'
import { findNearFile, type NearFile } from './near-file.ts'
import type { ImageFile } from './types.ts'

/** The picture types that WordPress accepts from the start, by what their bytes say. */
const MIME_TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
}

/** Why a path in an article gives no usable picture. */
export type ImageProblem =
  | { readonly kind: 'missing'; readonly near: NearFile | undefined }
  | { readonly kind: 'outside' }
  | { readonly kind: 'unreadable'; readonly code: string }
  | { readonly kind: 'type'; readonly found: string | undefined }
  | { readonly kind: 'too-big'; readonly size: number }

export type ImageResult =
  | { readonly ok: true; readonly media: ImageFile }
  | { readonly ok: false; readonly url: string; readonly path: string; readonly problem: ImageProblem }

/** True for what only a local file can satisfy: no scheme, no host, not an absolute address. */
export function isLocalPath(url: string): boolean {
  return url !== '' && !/^(?:[a-z][a-z0-9+.-]*:|\/|#|\?)/i.test(url)
}

/**
 * True for what names a file of the project: a path from the article, or as Zenn, Hugo and Qiita write it `/images/a.png`
 * from the project's root. Uploads, themes and plugins of a site stand at addresses of their own.
 */
export function isProjectPath(url: string): boolean {
  return isLocalPath(url) || /^\/(?!\/|wp-(?:content|includes|admin)\/)./i.test(url)
}

/** What there is to know of a picture by its file alone: plain data, which can be kept. */
export type ImageFacts = Omit<ImageFile, 'path' | 'absolutePath' | 'alt' | 'caption'>

export type PictureResult =
  | { readonly ok: true; readonly file: ImageFacts }
  | { readonly ok: false; readonly problem: ImageProblem }

/** What is known of pictures and their folders already, so that most need not be read. */
export interface KnownPictures {
  /** The folder without symbolic links, both absolute; throws where it is not there. */
  readonly realFolder: (folder: string) => string
  /**
   * @param path relative to the project
   * @param stamp what the file system tells of the file, which changes with it
   */
  readonly find: (path: string, stamp: string) => ImageFacts | undefined
  readonly add: (path: string, stamp: string, file: ImageFacts) => void
}

/**
 * Finds and measures the picture that `url` means in the article at `postPath`.
 *
 * @param url as it stands in the article, percent-encoded or not; from the article, or with a slash from the project
 * @param postPath path of the article relative to the project, `/`-separated
 */
export async function loadImage(
  url: string,
  postPath: string,
  config: Config,
  alt: string,
  caption = '',
): Promise<ImageResult> {
  const relative = picturePath(url, postPath, config)
  return describeUse(await inspectPicture(relative, config), { url, path: relative, alt, caption }, config)
}

/** Where an article says that a picture is; relative to the project, `/`-separated. */
export function picturePath(url: string, postPath: string, { images }: Pick<Config, 'images'>): string {
  const written = decodePercent(url)
  if (written.startsWith('/')) return path.posix.join(images.folder, written.slice(1))
  return path.posix.join(path.posix.dirname(postPath), written)
}

/** A picture as one article shows it. */
export function describeUse(
  result: PictureResult,
  { url, path: relative, alt, caption }: { url: string; path: string; alt: string; caption: string },
  { root }: Config,
): ImageResult {
  if (!result.ok) return { ...result, url, path: relative }
  const absolutePath = path.join(root, relative)
  return { ok: true, media: { path: relative, absolutePath, ...result.file, alt, caption } }
}

/**
 * Finds and measures the picture at a path.
 *
 * @param relative to the project, `/`-separated
 * @param known spares reading a file that has not changed
 */
export async function inspectPicture(
  relative: string,
  config: Config,
  known?: KnownPictures,
): Promise<PictureResult> {
  const fail = (problem: ImageProblem): PictureResult => ({ ok: false, problem })
  if (relative.startsWith('../') || path.posix.isAbsolute(relative)) return fail({ kind: 'outside' })

  try {
    // A symbolic link could lead to any file of the machine, and from there onto the web.
    const realFolder = known?.realFolder ?? realpathSync.native
    const { real, stats } = look(path.join(config.root, relative), realFolder)
    if (!real.startsWith(realFolder(config.root) + path.sep)) return fail({ kind: 'outside' })
    const { size, mtimeMs, ctimeMs, ino } = stats
    if (size > MOST_PICTURE_BYTES) return fail({ kind: 'too-big', size })
    // The time of change (ctime) is set by the system with every write, even where a program sets the other one back.
    const stamp = [real, size, mtimeMs, ctimeMs, ino].join(' ')
    const before = known?.find(relative, stamp)
    if (before !== undefined) return { ok: true, file: before }
    const bytes = await readFile(real)
    const shape = measure(bytes)
    const mimeType = shape === undefined ? undefined : own(MIME_TYPES, shape.type)
    if (shape === undefined || mimeType === undefined) return fail({ kind: 'type', found: shape?.type })
    const { width, height } = scaleDown(shape, config.images.maxWidth)
    if (sizeScaled(size, shape, width) > config.images.maxBytes) return fail({ kind: 'too-big', size })
    const hash = sha256(bytes)
    const uploadName = nameUpload(relative, hash, shape.type)
    const file = { sha256: hash, uploadName, mimeType, size, width, height }
    if (ctimeMs < Date.now() - STEP) known?.add(relative, stamp, file)
    return { ok: true, file }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR')
      return fail({ kind: 'missing', near: await findNearFile(config.root, relative) })
    if (code === undefined) throw error
    return fail({ kind: 'unreadable', code })
  }
}

/**
 * What kind of picture bytes are, by what they say themselves.
 *
 * @returns the extension of such a file, `png` or `jpg`; `undefined` for what WordPress takes for no picture
 */
export function pictureType(bytes: Uint8Array): string | undefined {
  const type = measure(bytes)?.type
  return type !== undefined && Object.hasOwn(MIME_TYPES, type) ? type : undefined
}

/** Follows symbolic links; to ask for every part of every path anew would take longer than all else. */
function look(file: string, realFolder: (folder: string) => string) {
  const direct = realFolder(path.dirname(file)) + path.sep + path.basename(file)
  const stats = lstatSync(direct)
  if (!stats.isSymbolicLink()) return { real: direct, stats }
  const real = realpathSync.native(direct)
  return { real, stats: statSync(real) }
}

/** A file system may tell times in steps this large (FAT: 2 s), so what is younger may change unseen. */
const STEP = 2000

function scaleDown({ width, height }: Shape, maxWidth: number): { width: number; height: number } {
  if (width <= maxWidth) return { width, height }
  return { width: maxWidth, height: Math.round((height * maxWidth) / width) }
}

/** About how many bytes are uploaded: as many fewer as there are pixels. What may be animated is not scaled. */
function sizeScaled(size: number, shape: Shape, width: number): number {
  return ['gif', 'webp'].includes(shape.type) ? size : size * (width / shape.width) ** 2
}

interface Shape {
  readonly type: string
  readonly width: number
  readonly height: number
}

function measure(bytes: Uint8Array): Shape | undefined {
  try {
    const { type = '', width, height, orientation = 1 } = imageSize(bytes)
    // EXIF orientations 5 to 8 lie on their side (CIPA DC-008, 4.6.4).
    return orientation >= 5 ? { type, width: height, height: width } : { type, width, height }
  } catch {
    // image-size throws one plain TypeError for whatever it does not recognise.
    return undefined
  }
}

/**
 * A clean ASCII name that is the same for the same bytes: `image copy 37.png` becomes
 * `image-copy-37-1f2e3d4c.png`, `構成図.png` becomes `image-1f2e3d4c.png`.
 */
function nameUpload(file: string, hash: string, type: string): string {
  const base = path.posix
    .basename(file, path.posix.extname(file))
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return `${base === '' ? 'image' : base}-${hash.slice(0, 8)}.${type}`
}
