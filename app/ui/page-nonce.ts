/**
 * The nonce of the page that is open, for libraries that add style elements. Browsers hide the attribute and keep the
 * property. A page reached by client navigation keeps the nonce of the document it came with.
 */
export function readPageNonce(): string {
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''
}
