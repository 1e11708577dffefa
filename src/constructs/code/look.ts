import { mix } from './colors.ts'
import type { Highlighter } from './highlighter.ts'
import type { LineMark } from './marks.ts'

type Colors = Pick<Highlighter, 'foreground' | 'background'>

/** Readers see it and do not copy it; WordPress takes it from users without unfiltered_html (safecss_filter_attr). */
export const UNCOPIED = '-webkit-user-select:none;user-select:none'

/** Numbers of lines, paler than the code; kept to what every user's style may hold. */
const PALE = 'opacity:0.8'

/** The style of the number of a line, in the colours of a theme or in those of the site. */
export function numberStyle(colors: Colors | undefined): string {
  return `${colors === undefined ? PALE : `color:${mix(colors.background, colors.foreground, 0.7)}`};${UNCOPIED}`
}

/** Laid thinly over the background of a theme. */
const TINTS: Readonly<Record<LineMark, string>> = {
  add: '#4ae168',
  remove: '#ff9492',
  highlight: '#eac54f',
  error: '#ff9492',
  warning: '#eac54f',
}

/** How much of a tint lies over the background: enough to see, too little to make text unreadable. */
const SHARE = 0.15

/** Where nobody knows the colours of the site, a background comes with the colour of the text on it. */
const PLAIN: Readonly<Record<LineMark, string>> = {
  add: '#d2f4d9',
  remove: '#ffdcd8',
  highlight: '#fff0b3',
  error: '#ffdcd8',
  warning: '#ffe2b8',
}

const INK = '#1c2229'

/** The style of a marked line, in the colours of a theme or in our own. */
export function markStyle(mark: LineMark, colors: Colors | undefined): string {
  const [background, text] =
    colors === undefined ? [PLAIN[mark], INK] : [mix(colors.background, TINTS[mark], SHARE), 'inherit']
  return `background-color:${background};color:${text};text-decoration:none`
}

/** The styles of marked lines where no theme gives them. */
export const PLAIN_MARKS: readonly string[] = (Object.keys(PLAIN) as LineMark[]).map((mark) =>
  markStyle(mark, undefined),
)

/** What a block of code in the colours of a theme is framed with, so that white code shows on a white page. */
export interface Frame {
  /** The block's attribute `style`. */
  readonly style: Readonly<Record<string, unknown>> & { readonly color: object }
  /** The same as the block writes it into its markup (style engine of WordPress). */
  readonly css: string
  /** What Rensai 0.2 wrote. */
  readonly formerCss: string
}

/** The frame of code in a theme's colours, `#rrggbb`. */
export function frameOf({ foreground: text, background }: Colors): Frame {
  const color = mix(background, text, 0.25)
  const formerCss = `color:${text};background-color:${background}`
  return {
    style: {
      border: { color, style: 'solid', width: '1px', radius: '4px' },
      color: { text, background },
      spacing: { padding: { top: '1em', right: '1em', bottom: '1em', left: '1em' } },
    },
    css: `border-color:${color};border-style:solid;border-width:1px;border-radius:4px;${formerCss};padding-top:1em;padding-right:1em;padding-bottom:1em;padding-left:1em`,
    formerCss,
  }
}

/** The frame that a style says; `undefined` for any other style. */
export function readFrame(css: unknown): Frame | undefined {
  const [, foreground, background] =
    /;color:(#[0-9a-f]{3,8});background-color:(#[0-9a-f]{3,8});/.exec(String(css ?? '')) ?? []
  if (foreground === undefined || background === undefined) return undefined
  const frame = frameOf({ foreground, background })
  return frame.css === css ? frame : undefined
}

/** The style of the group that holds code and its title: both stand close together. */
export const TITLED_STYLE = { spacing: { blockGap: '0.35em' } }
