import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@remix-run/node'
import type {
  AppLoadContext,
  EntryContext,
  HandleDataRequestFunction,
  HandleErrorFunction,
} from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { isLocale } from '~/domain/text'
import type { Locale } from '~/domain/text'
import { REFUSED_HEADER } from '~/connection/find-kind'
import { RETRY_AFTER_SECONDS } from '~/platform/http/http-errors'
import { translator } from '~/platform/language/i18n'
import { detectLocale } from '~/platform/language/locale'
import { loggablePath } from '~/platform/http/loggable-path'
import { NonceProvider } from '~/ui/nonce'

/** Milliseconds after which a stream that still waits for data is aborted. */
export const streamTimeout = 5_000

/** The language of the root page, in which its texts are rendered; null when it could not be loaded. */
function localeOf({ staticHandlerContext }: EntryContext): Locale | null {
  const root = staticHandlerContext.loaderData.root as { locale?: unknown } | undefined
  return isLocale(root?.locale) ? root.locale : null
}

/** Streams the page. Crawlers get it complete, browsers as soon as its shell is ready. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { app, nonce }: AppLoadContext,
): Promise<Response> {
  const locale = localeOf(remixContext) ?? detectLocale(new URL(request.url), request.headers)
  const whole = isbot(request.headers.get('user-agent') ?? '')
  return new Promise((resolve, reject) => {
    let shellStands = false
    const send = () => {
      shellStands = true
      const body = new PassThrough()
      headers.set('Content-Type', 'text/html; charset=utf-8')
      askAgain(headers, status)
      resolve(new Response(createReadableStreamFromReadable(body), { status, headers }))
      pipe(body)
    }
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={nonce}>
        <I18nextProvider i18n={translator(locale)}>
          <RemixServer context={remixContext} url={request.url} nonce={nonce} />
        </I18nextProvider>
      </NonceProvider>,
      {
        nonce,
        onShellReady: whole ? undefined : send,
        onAllReady: whole ? send : undefined,
        onShellError: reject,
        // Errors before the shell is ready are logged in onShellError.
        onError: (error) =>
          void (shellStands && app.log.error({ err: error }, 'A page failed while it was streamed')),
      },
    )
    setTimeout(abort, streamTimeout + 1_000).unref()
  })
}

/** Data requests follow the same caching rule as the page. */
export const handleDataRequest: HandleDataRequestFunction = (response, { context }) => {
  askAgain(response.headers, response.status)
  if (context.refused) response.headers.set(REFUSED_HEADER, String(response.status))
  return response
}

/** Browsers cache a 410 forever unless told otherwise, though a retired page may return. A 503 gets a Retry-After. */
function askAgain(headers: Headers, status: number): void {
  if (status === 503) headers.set('Retry-After', String(RETRY_AFTER_SECONDS))
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache')
}

/**
 * Logs unexpected errors. Refusals are Responses and do not come here; a request aborted by the browser is not an
 * error.
 */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return
  const { pathname } = new URL(request.url)
  context.app.log.error(
    { err: error, requestId: context.requestId, method: request.method, path: loggablePath(pathname) },
    'A request failed',
  )
}
