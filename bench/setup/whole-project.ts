import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Context, leastOf, type Measured, type Side, speedup } from '../bench.ts'
import { readContents } from './contents.ts'
import { createEach, timed } from './one-after-another.ts'
import { type Publishable, writePublishable } from './publishable.ts'
import { BIN, publishAll } from './rensai.ts'
import { restClient } from './rest-client.ts'

/**
 * Publishes a project of new articles with their terms and pictures to the native WordPress, by each side once: by Rensai,
 * by the build before where one was named, and by one request after another, whose time Rensai has to halve.
 */
export async function publishWhole(
  { folder, before, native }: Context,
  project: Publishable,
): Promise<Measured> {
  const { site } = await native()
  const ask = restClient(site)
  const publish = async (name: string, bin: string): Promise<Side> => {
    const root = path.join(folder, name)
    const config = await writePublishable(root, project)
    await site.reset()
    return leastOf(name, [await publishAll(bin, config, site)])
  }
  const earlier = before === undefined ? undefined : await publish('before', before)
  const rensai = await publish('Rensai', BIN)
  const contents = await readContents(ask)
  const pictures = await readPictures(path.join(folder, 'Rensai/images'))
  await site.reset()
  const uploads = await timed(async () => {
    for (const { name, bytes } of pictures) await upload(site, name, bytes)
  })
  const posts = await createEach(ask, contents)
  const peer = leastOf('one request after another', [{ seconds: uploads.seconds + posts.seconds }])
  return {
    sides: [rensai, peer, ...(earlier === undefined ? [] : [earlier])],
    findings: [
      speedup(rensai, peer, 2),
      ...(earlier === undefined ? [] : [speedup(rensai, earlier), speedup(earlier, peer)]),
    ],
  }
}

async function readPictures(folder: string): Promise<{ name: string; bytes: Buffer }[]> {
  const names = await readdir(folder).catch(() => [])
  return await Promise.all(
    names.map(async (name) => ({ name, bytes: await readFile(path.join(folder, name)) })),
  )
}

async function upload(
  { url, username, appPassword }: { url: string; username: string; appPassword: string },
  name: string,
  bytes: Buffer,
): Promise<void> {
  const response = await fetch(`${url}/wp-json/wp/v2/media?_fields=id`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${username}:${appPassword}`).toString('base64')}`,
      'content-type': 'image/jpeg',
      'content-disposition': `attachment; filename="${name}"`,
    },
    body: new Uint8Array(bytes),
  })
  const answer = await response.text()
  if (!response.ok) throw new Error(`${name} is answered ${response.status}: ${answer}`)
}
