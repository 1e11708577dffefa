/** The hooks of `fixed-pace.js` (https://nodejs.org/api/module.html#customization-hooks). */

/** How the class of `src/site/pace.ts` looks in the build. */
const PACE = /(?:class (Pace\d*)\{|(Pace\d*)=class\{)/

let requests = 1

export function initialize(data) {
  requests = data
}

export async function load(url, context, next) {
  const loaded = await next(url, context)
  if (loaded.format !== 'module' || !url.includes('/dist/')) return loaded
  const source = String(loaded.source)
  const [, declared, assigned] = PACE.exec(source) ?? []
  const name = declared ?? assigned
  if (name === undefined) return loaded
  return {
    ...loaded,
    source: `${source}\nObject.defineProperty(${name}.prototype, 'requests', { get: () => ${requests} });\n`,
  }
}
