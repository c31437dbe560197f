import { RemixBrowser } from '@remix-run/react'

/**
 * Decodes the data of the page before hydration. Remix begins to when it is first drawn, and suspends the whole page
 * meanwhile: on input at that moment React gives up, and the page stays as the server drew it.
 */
export async function decodePage(): Promise<void> {
  try {
    RemixBrowser({})
  } catch (pending) {
    // Thrown before any hook. What is no promise is thrown again when React draws.
    await pending
  }
}
