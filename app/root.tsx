import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteLoaderData,
} from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useChangeLanguage } from 'remix-i18next/react'
import { mainLocale } from '~/domain/content/local-path'
import { LOCALES } from '~/domain/text'
import { PageAddresses } from '~/i18n/page-addresses'
import { MainLocale } from '~/i18n/use-local-path'
import { WatchChangesScript } from '~/hydration/watch-changes-script'
import { detectLocale } from '~/platform/language/locale'
import { readTheme } from '~/platform/language/theme'
import { readSite } from '~/platform/context/workspace-settings'
import type { Elements } from '~/ui/elements'
import { ConnectionNotice } from '~/connection/connection-notice'
import { ErrorScreen } from '~/ui/error-screen'
import { NoEvalScript } from '~/ui/no-eval-script'
import { useNonce } from '~/ui/nonce'
import { siteNameOf } from '~/ui/site-title'
import { useKeptFocus } from '~/ui/use-kept-focus'
import themeHref from '~/ui/theme.css?url'
import islandsHref from 'virtual:islands'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: themeHref },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: siteNameOf(data) }]

export const handle = { i18n: ['common'] }

/** Pages below a layout with `handle.reading` carry none of the framework's scripts. */
const isReadingHandle = (handle: unknown): boolean =>
  typeof handle === 'object' && handle !== null && 'reading' in handle

/** Uses headers and cached settings only: error pages must render while the database is down. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { name, locales } = await readSite(context.app)
  const locale = context.locale ?? detectLocale(new URL(request.url), request.headers, locales)
  const { fastEngine, origin } = context.app.env
  return {
    locale,
    theme: readTheme(request.headers),
    siteName: name,
    locales,
    fastEngine,
    origin: origin ?? new URL(request.url).origin,
  }
}

type RootData = Awaited<ReturnType<typeof loader>> | undefined

/** What style sheets and scripts read from the document. */
const marksOf = (data: RootData) => ({
  'data-theme': data?.theme === 'system' ? undefined : data?.theme,
  'data-fast-engine': data?.fastEngine === false ? 'off' : undefined,
})

/** What the framework needs before any text of a page. */
function FirstScripts() {
  return (
    <>
      <NoEvalScript />
      <WatchChangesScript />
    </>
  )
}

/** What brings a page to life. */
function LastScripts() {
  const nonce = useNonce()
  return (
    <>
      <ConnectionNotice />
      <ScrollRestoration nonce={nonce} />
      <Scripts nonce={nonce} />
    </>
  )
}

export function Layout({ children }: { children: Elements }) {
  const data = useRouteLoaderData<typeof loader>('root')
  const { i18n } = useTranslation()
  const isReading = useMatches().some(({ handle }) => isReadingHandle(handle))
  return (
    <MainLocale.Provider value={mainLocale(data?.locales ?? LOCALES)}>
      <html lang={data?.locale ?? i18n.language} dir={i18n.dir()} {...marksOf(data)}>
        <head>
          <meta charSet="utf-8" />
          {isReading ? <script defer src={islandsHref} /> : <FirstScripts />}
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
          <Meta />
          {isReading && data ? <PageAddresses origin={data.origin} locales={data.locales} /> : null}
          <Links />
        </head>
        <body className="bg-canvas font-sans text-ink">
          {children}
          {isReading ? null : <LastScripts />}
        </body>
      </html>
    </MainLocale.Provider>
  )
}

export default function Root() {
  const data = useRouteLoaderData<typeof loader>('root')
  useChangeLanguage(data?.locale ?? 'en')
  useKeptFocus()
  return <Outlet />
}

export function ErrorBoundary() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <ErrorScreen />
    </main>
  )
}
