/** How many characters a text has, as expressions count them: a pair of surrogates is one. */
export function textLength(text: string): number {
  return /[\ud800-\udbff]/.test(text) ? [...text].length : text.length
}

/** Whether a text shows nothing: white space and invisible characters alone. */
export function isBlank(text: string): boolean {
  return /^[\s\p{Cf}\u2800\u3164]*$/u.test(text)
}
