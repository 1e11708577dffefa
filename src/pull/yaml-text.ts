/** The lines of a key and its value. */
export function writeField(name: string, value: string | readonly string[]): string[] {
  if (typeof value === 'string') return [`${name}: ${writeScalar(value)}`]
  if (value.length === 0) return [`${name}: []`]
  return [`${name}:`, ...value.map((item) => `  - ${writeScalar(item)}`)]
}

/** A value on one line. */
export function writeInline(value: string | readonly string[]): string {
  return typeof value === 'string' ? writeScalar(value) : `[${value.map(writeScalar).join(', ')}]`
}

/** A plain scalar where that is what it reads as (YAML 1.2, 7.3.3), otherwise in double quotes. */
export function writeScalar(text: string): string {
  const isPlain =
    /^[\p{L}\p{N}./][\p{L}\p{N} _./:&+@()-]*$/u.test(text) &&
    !/: | $|:$|^(?:null|~)$/u.test(text) &&
    !/^[.-]{3}/.test(text)
  // YAML's double quotes know every escape of JSON.
  return isPlain ? text : JSON.stringify(text)
}
