/**
 * Adds properties to an object that are all made when the first of them is asked for.
 *
 * @param names those that `make` gives, and no others
 */
export function withLater<Now extends object, Later extends object>(
  now: Now,
  names: readonly (keyof Later)[],
  make: () => Later,
): Now & Later {
  let made: Later | undefined
  const get = (name: keyof Later): Later[keyof Later] => {
    made ??= make()
    return made[name]
  }
  for (const name of names) {
    Object.defineProperty(now, name, { enumerable: true, configurable: true, get: () => get(name) })
  }
  return now as Now & Later
}

/** A copy of an object with other values, in which is not made yet what is not made yet in the object. */
export function copyWith<T extends object>(object: T, changes: Partial<T>): T {
  const [kept, given] = [object, changes].map(Object.getOwnPropertyDescriptors)
  return Object.defineProperties({} as T, { ...kept, ...given })
}
