/** The colours of a box, `#rrggbb`: chosen together, so that it reads on any page, light or dark. */
interface Colors {
  readonly text: string
  readonly background: string
  readonly border: string
}

const COLORS = {
  note: { text: '#16202c', background: '#eaf2fc', border: '#1f5fa8' },
  warning: { text: '#2b1d08', background: '#fdf1dc', border: '#a35a00' },
  step: { text: '#1f1a33', background: '#f2effb', border: '#6247aa' },
  example: { text: '#1c2229', background: '#f0f2f4', border: '#5b6673' },
  conclusion: { text: '#10241a', background: '#e6f5ec', border: '#1c6b43' },
} as const satisfies Readonly<Record<string, Colors>>

/** For the boxes of a configuration. */
const OTHER: Colors = { text: '#1c2229', background: '#f6f6f3', border: '#77756c' }

const [BORDER, RADIUS] = ['4px', '4px']
const PADDING = { top: '1em', right: '1.25em', bottom: '1em', left: '1.25em' }

/** What the look of a box is called: the names of the built-in ones, and one for all others. */
export type LookName = keyof typeof COLORS | 'other'

/** Every look, by its name. */
export const LOOKS: ReadonlyMap<LookName, Look> = new Map([
  ...Object.entries(COLORS).map(([name, colors]) => [name as LookName, toLook(colors)] as const),
  ['other', toLook(OTHER)] as const,
])

/** How a box looks, in both of the ways in which a group block tells it. */
export interface Look {
  /** The block's attribute `style`. */
  readonly style: ReturnType<typeof styleOf>
  /** The same as the block writes it into its markup (style engine of WordPress). */
  readonly css: string
}

/** The classes that a group block with such a style has besides its own. */
export const LOOK_CLASSES: readonly string[] = ['has-text-color', 'has-background', 'has-link-color']

function toLook(colors: Colors): Look {
  const { text, background, border } = colors
  return {
    style: styleOf(colors),
    css: [
      `border-radius:${RADIUS}`,
      `border-left-color:${border}`,
      'border-left-style:solid',
      `border-left-width:${BORDER}`,
      `color:${text}`,
      `background-color:${background}`,
      ...Object.entries(PADDING).map(([side, length]) => `padding-${side}:${length}`),
    ].join(';'),
  }
}

function styleOf({ text, background, border }: Colors) {
  const inherited = { color: { text } }
  return {
    border: { radius: RADIUS, left: { color: border, style: 'solid', width: BORDER } },
    color: { background, text },
    // A theme gives links and headings a colour of their own, which may be as light as the box.
    elements: { heading: inherited, link: inherited },
    spacing: { padding: PADDING },
  }
}

/** The name of a box's look. */
export function lookName(box: string): LookName {
  return Object.hasOwn(COLORS, box) ? (box as LookName) : 'other'
}
