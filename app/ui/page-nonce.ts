/**
 * The nonce of the current document, for libraries that add style elements. Browsers hide the attribute but keep the
 * property. After client-side navigation it is still the nonce of the loaded document.
 */
export function readPageNonce(): string {
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''
}
