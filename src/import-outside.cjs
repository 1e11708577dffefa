// @ts-check
/**
 * Imports for the bundle what is not in it.
 *
 * @param {string} name
 */
module.exports = (name) => import(name)
