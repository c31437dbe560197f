import type { Locale } from '~/domain/text'
import type { SharedPage } from '../content/shared-page'
import type { App, Context } from './context'

/** What Express passes to every loader and action of a request. */
interface LoadContext {
  app: App
  requestId: string
  nonce: string
  /** Of whoever asks, for this request alone. */
  address: string
  /** Asked by a program on this machine. */
  local: boolean
  /** The language that the address names, on reading pages. */
  locale?: Locale | undefined
  /** Of a page that others will be shown as well. */
  shared?: SharedPage | undefined
  /** Filled by the first loader that asks, so that the session is looked up once a request. */
  resolved?: Promise<Context>
  /** What was sent was refused by an error, where a page shows other refusals by itself. */
  refused?: boolean
}

declare module '@remix-run/node' {
  // Module augmentation requires an interface.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface AppLoadContext extends LoadContext {}
}
