/**
 * What a record itself holds under a name from outside; every plain object also answers to `constructor` and the like
 * (ECMAScript, 20.1.3).
 */
export function own<Value>(
  record: Readonly<Record<string, Value>> | undefined,
  name: string | undefined,
): Value | undefined {
  if (record === undefined || name === undefined) return undefined
  return Object.hasOwn(record, name) ? record[name] : undefined
}
