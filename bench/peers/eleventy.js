/** Builds a folder with Eleventy, which renders by markdown-it and writes a page for each article. */
import Eleventy from '@11ty/eleventy'

const [input = 'posts', output = '_site'] = process.argv.slice(2)
const eleventy = new Eleventy(input, output, {
  quietMode: true,
  config: (config) => {
    // What looks like a template in an article is text.
    config.setTemplateFormats(['md'])
    return { markdownTemplateEngine: false }
  },
})
await eleventy.write()
