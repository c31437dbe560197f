/** The path without `?lng`, which would override the language just chosen. */
export function withoutLanguageParam(path: string): string {
  const url = new URL(path, 'http://same.invalid')
  url.searchParams.delete('lng')
  return url.pathname + url.search + url.hash
}
