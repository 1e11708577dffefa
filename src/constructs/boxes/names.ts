/** The boxes that need no configuration, and the details block. */
export const BOX_NAMES: readonly string[] = ['note', 'warning', 'step', 'example', 'conclusion', 'details']
