/** In JSON text, an escape that PostgreSQL's text of an array does not know. */
const FOREIGN_ESCAPE = /\\[^"\\]/

/**
 * Values of one column as PostgreSQL's text of a one-dimensional array, to be bound and cast: `${arrayText(ids)}::uuid[]`.
 * `null` and `undefined` become null, a Date its ISO text; what is no scalar is given as JSON text and cast once more. JSON's
 * way of writing a list is the same but for the brackets and a few escapes, and by far the fastest to make.
 */
export function arrayText(values: readonly (string | number | Date | null | undefined)[]): string {
  const json = JSON.stringify(values)
  return `{${FOREIGN_ESCAPE.test(json) ? values.map(elementText).join(',') : json.slice(1, -1)}}`
}

function elementText(value: string | number | Date | null | undefined): string {
  if (typeof value !== 'string') return JSON.stringify(value ?? null)
  return `"${value.replace(/["\\]/g, '\\$&')}"`
}
