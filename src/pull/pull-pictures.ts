import { access, readFile } from 'node:fs/promises'
import path from 'node:path'
import { glob } from 'tinyglobby'
import type { Config } from '../config/types.ts'
import { portableName } from '../files/portable-name.ts'
import { writeProjectFile } from '../files/write.ts'
import { loadImage, pictureType } from '../posts/images.ts'
import { SiteError } from '../site/errors.ts'
import { fileNameOf } from '../site/file-name.ts'
import type { Site } from '../site/site.ts'
import type { Attachment } from '../site/types.ts'
import { decodePercent } from '../standards/percent.ts'
import { sha256 } from '../standards/sha256.ts'
import type { SharedPicture } from './make-context.ts'

const FOLDER = 'images'

/**
 * Brings attachments into the project: a file here with the same bytes is used as it is, anything else is downloaded
 * into images/, below `images.folder`, under the name that it has on the site.
 *
 * @returns the pictures that are on both sides; what cannot be had, or is no picture of ours, is left out
 * @throws WriteError (usage) where a picture cannot be written
 */
export async function pullPictures(
  attachments: readonly Attachment[],
  known: readonly SharedPicture[],
  client: Site,
  config: Config,
): Promise<SharedPicture[]> {
  const files = await hashFiles(config)
  const pictures = [...known]
  for (const attachment of attachments) {
    if (pictures.some((picture) => picture.attachment.id === attachment.id)) continue
    const [, ours] = /^media-([0-9a-f]{12})$/.exec(attachment.slug) ?? []
    const local = [...files].find(([hash]) => ours !== undefined && hash.startsWith(ours))?.[1]
    const file = local ?? (await download(attachment, files, client, config))
    if (file === undefined) continue
    const loaded = await loadImage(
      encodeURIComponent(path.posix.basename(file)),
      file,
      config,
      attachment.alt,
    )
    if (loaded.ok) pictures.push({ attachment, media: loaded.media })
  }
  return pictures
}

/**
 * Every picture of the project by the hash of its bytes: where pictures lie here, and beside the articles, as in Hugo's
 * bundles. Of several with the same bytes the one in the folder of pictures counts.
 */
async function hashFiles(config: Config): Promise<Map<string, string>> {
  const { posts, images, root } = config
  const folders = [posts, ...(images.folder === '.' ? [] : [images.folder]), FOLDER]
  const lists = folders.map(async (folder) => {
    const options = {
      cwd: path.join(root, folder),
      followSymbolicLinks: false,
      ignore: ['**/node_modules/**'],
    }
    const names = await glob('**/*.{png,jpg,jpeg,gif,webp,avif}', options)
    return names.sort().map((name) => path.posix.join(folder, name))
  })
  const found = [...new Set((await Promise.all(lists)).flat())]
  const hashed = await Promise.all(
    found.map(
      async (file): Promise<[string, string]> => [sha256(await readFile(path.join(config.root, file))), file],
    ),
  )
  return new Map(hashed)
}

async function download(
  attachment: Attachment,
  files: Map<string, string>,
  client: Site,
  config: Config,
): Promise<string | undefined> {
  const bytes = await client.download(attachment.url).catch((error: unknown) => {
    if (error instanceof SiteError && !error.endsRun) return undefined
    throw error
  })
  // What an address holds is told by its bytes alone: a page of an error, a script or a package.json is not written here.
  const type = bytes === undefined || bytes.length > config.images.maxBytes ? undefined : pictureType(bytes)
  if (bytes === undefined || type === undefined) return undefined
  const hash = sha256(bytes)
  const same = files.get(hash)
  if (same !== undefined) return same
  const file = await freeName(attachment, type, config)
  writeProjectFile(config, file, bytes)
  files.set(hash, file)
  return file
}

/**
 * The name that the file has on the site, without the hash that we upload it under, and free here; the extension is the
 * one that its bytes ask for.
 *
 * @param type `png`, as its bytes say
 */
async function freeName({ url, slug }: Attachment, type: string, config: Config): Promise<string> {
  const { images } = config
  const name = decodePercent(fileNameOf(url)).replaceAll('/', '-')
  const given = path.posix.extname(name)
  const extension = typeOfExtension(given) === type ? given : `.${type}`
  const whole = portableName(name.slice(0, name.length - given.length), 'picture')
  const base = slug.startsWith('media-') ? whole.replace(/-[0-9a-f]{8}$/, '') : whole
  for (let count = 1; ; count += 1) {
    const file = `${path.posix.join(images.folder, FOLDER)}/${base}${count === 1 ? '' : `-${count}`}${extension}`
    const isTaken = await access(path.join(config.root, file)).then(
      () => true,
      () => false,
    )
    if (!isTaken) return file
  }
}

function typeOfExtension(extension: string): string {
  const type = extension.slice(1).toLowerCase()
  return type === 'jpeg' ? 'jpg' : type
}
