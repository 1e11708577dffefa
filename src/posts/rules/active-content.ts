import { decodeHTMLAttribute } from 'entities'
import { say } from '../../language/say.ts'
import { schemeOf } from '../../standards/address-scheme.ts'
import { type HtmlTag, htmlTags } from '../../standards/html-tags.ts'
import { own } from '../../standards/own.ts'
import type { ContentRule, Finding } from '../rule.ts'

/** Attributes whose value is an address that a browser follows or loads. */
const ADDRESSES: readonly string[] =
  'href src action formaction data poster background cite longdesc xlink:href ping manifest codebase'.split(
    ' ',
  )

/** Elements that load or run something, or change what every address of the page means. */
const ELEMENTS: Readonly<Record<string, (tag: string) => string>> = {
  script: (tag) => say`${tag}, which runs on the page of every reader`,
  object: (tag) => say`${tag}, which loads a document of its own`,
  embed: (tag) => say`${tag}, which loads a document of its own`,
  base: (tag) => say`${tag}, which changes where every link of the page leads`,
}

const NOTE = say`Take it out, unless you have read it and mean it; "html": "sanitize" in wp.config.json publishes no such thing.`

export const activeContent: ContentRule = {
  id: 'active-content',
  severity: 'warn',
  summary: say`Nothing in an article runs on the page of its readers: no script, no such attribute, no such address.`,
  begin(_draft, { config }, report) {
    const address = ({ url, position }: { url: string; position?: Finding['place'] }): void => {
      const scheme = dangerous(url)
      if (scheme === undefined) return
      const reason = say`This leads to an address of "${scheme}:", which is no page but a program or a document of its own.`
      report({ reason, place: position, note: say`Link to a page.` })
    }
    return {
      link: address,
      definition: address,
      image: ({ url, position }) => {
        if (!isPicture(url)) address({ url, position })
      },
      html({ value, position }) {
        if (config.html !== 'allow') return
        for (const what of new Set([...htmlTags(value, { suspicious: true })].flatMap(listActive))) {
          report({ reason: say`Raw HTML holds ${what}.`, place: position, note: NOTE })
        }
      },
    }
  },
}

function listActive({ name, isEnd, attributes }: HtmlTag): string[] {
  if (isEnd) return []
  const describe = own(ELEMENTS, name)
  const element = describe === undefined ? [] : [describe(`<${name}>`)]
  const refresh =
    name === 'meta' && attributes.some((one) => one.name === 'http-equiv')
      ? [say`<meta http-equiv>, which can send readers elsewhere`]
      : []
  const found = attributes.flatMap(({ name: attribute, value: written }) => {
    if (/^on./.test(attribute))
      return [say`${attribute}="…" in <${name}>, which runs on the page of every reader`]
    if (attribute === 'srcdoc') return [say`srcdoc="…" in <${name}>, which is a document of its own`]
    const value = decodeHTMLAttribute(written)
    const scheme = ADDRESSES.includes(attribute) ? dangerous(value) : undefined
    if (scheme === undefined || (attribute === 'src' && name === 'img' && isPicture(value))) return []
    return [say`an address of "${scheme}:" in <${name}>, which is a program or a document of its own`]
  })
  return [...element, ...refresh, ...found]
}

function dangerous(address: string): string | undefined {
  const scheme = schemeOf(address)
  return scheme !== undefined && ['javascript', 'vbscript', 'data'].includes(scheme) ? scheme : undefined
}

/** A picture within its address, which only shows. */
function isPicture(address: string): boolean {
  return /^data:image\/(?:png|jpeg|gif|webp|avif)[;,]/i.test(address.trim())
}
