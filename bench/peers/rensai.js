/** Renders a folder with the library of Rensai, judged by all rules. */
import { loadConfig, render } from '../../dist/index.js'

const [config = 'wp.config.json'] = process.argv.slice(2)
const rendered = await render(await loadConfig(config))
console.log(rendered.length)
