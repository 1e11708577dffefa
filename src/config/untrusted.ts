import type { Config } from './types.ts'

/**
 * A configuration as it counts where somebody else wrote the project: without plugins, which are programs, without scripts
 * that articles hold as raw HTML, and without leave to ask addresses of a private network. Where `untrusted` is set, .env
 * and what earlier runs kept are not read either.
 */
export function withoutTrust(config: Config): Config {
  const { externalLinks, preview } = config
  return {
    ...config,
    untrusted: true,
    plugins: { remark: [], rehype: [] },
    preview: { ...preview, scripts: false },
    externalLinks: { ...externalLinks, check: { ...externalLinks.check, allowAddresses: [] } },
  }
}
