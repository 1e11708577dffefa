/** Has a build ask for a fixed number of requests at once, PACE, in place of as many as the site keeps up with. */
import { register } from 'node:module'

register('./fixed-pace-loader.js', import.meta.url, { data: Number(process.env.PACE) })
