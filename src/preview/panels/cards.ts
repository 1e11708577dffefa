import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Config } from '../../config/types.ts'
import { say } from '../../language/say.ts'
import { isFile } from '../../posts/library-picture.ts'
import type { RenderedPost } from '../../render/types.ts'
import { mediaPath, relativeUrl } from '../addresses.ts'
import { futurePermalink } from '../future-permalink.ts'

/** The article as a search engine lists it; a longer title or text is cut where a phone would cut it. */
export function searchPanel({ post, excerpt }: RenderedPost, config: Config): Element {
  const address = futurePermalink(post, config).replace(/^https?:\/\//, '')
  const trail = address.split('/').filter((part) => part !== '')
  return h('section', [
    h('h2', say`In search results`),
    h('div', { className: 'pv-card pv-search', lang: post.language }, [
      h('p', { className: 'pv-trail' }, trail.join(' › ')),
      h('p', { className: 'pv-card-title' }, post.title),
      h('p', { className: 'pv-card-text' }, excerpt === '' ? say`(no excerpt)` : excerpt),
    ]),
  ])
}

/** The article as a link to it looks when it is shared. */
export function socialPanel({ post, excerpt }: RenderedPost, page: string, config: Config): Element {
  const { featuredMedia: image } = post
  const picture =
    image === undefined || !isFile(image)
      ? h(
          'p',
          { className: 'pv-no-picture' },
          image === undefined ? say`No featured image` : say`A picture of the media library`,
        )
      : h('img', {
          src: relativeUrl(page, mediaPath(image)),
          alt: '',
          width: image.width,
          height: image.height,
        })
  return h('section', [
    h('h2', say`When shared`),
    h('div', { className: 'pv-card pv-social', lang: post.language }, [
      picture,
      h('div', [
        h('p', { className: 'pv-trail' }, new URL(config.site.url).host),
        h('p', { className: 'pv-card-title' }, post.title),
        h('p', { className: 'pv-card-text' }, excerpt),
      ]),
    ]),
    ...(image === undefined
      ? []
      : [
          h('p', { className: ['pv-soft', 'pv-caption'] }, [
            say`Featured image:`,
            ' ',
            ...(isFile(image)
              ? [
                  h('code', image.path),
                  `, ${image.width} × ${image.height}, ${Math.max(1, Math.round(image.size / 1000))} kB`,
                ]
              : [h('code', image.address)]),
          ]),
        ]),
  ])
}
