/** The number of characters of a text in code points, as expressions count them. */
export function textLength(text: string): number {
  return /[\ud800-\udbff]/.test(text) ? [...text].length : text.length
}

/** Whether a text shows nothing: only white space and invisible characters. */
export function isBlank(text: string): boolean {
  return /^[\s\p{Cf}\u2800\u3164]*$/u.test(text)
}
