import type { LoaderFunctionArgs } from '@remix-run/node'
import type { ClientLoaderFunctionArgs } from '@remix-run/react'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { ViewPicture } from '~/features/collect/views/components/view-picture'
import { CenterFrame } from '~/features/content/components/center-frame'
import { OfflineNotice } from '~/features/content/components/offline-notice'
import { readCenterFrame } from '~/features/content/read-center-frame.server'
import { paths } from '~/paths'
import { ErrorScreen } from '~/ui/error-screen'

/** No page below this layout carries the framework's scripts: see `root.tsx` and `app/islands`. */
export const handle = { reading: true }

// eslint-disable-next-line foyer/no-bare-route -- an error that defineLoader answers would take the frame away
export const loader = (args: LoaderFunctionArgs) => readCenterFrame(args)

/** A page with scripts that is led here, by a link or after a form, loads the document. */
export function clientLoader({ request }: ClientLoaderFunctionArgs): Promise<never> {
  window.location.replace(request.url)
  return new Promise(() => {})
}

export default function ReadingLayout() {
  const { pages, recorded } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  return (
    <CenterFrame pages={pages}>
      <Outlet />
      {recorded ? (
        <div data-view-to={paths.api.views()} data-view-path={pathname}>
          <ViewPicture path={pathname} />
        </div>
      ) : null}
      <OfflineNotice />
    </CenterFrame>
  )
}

export function ErrorBoundary() {
  return (
    <CenterFrame>
      <ErrorScreen />
    </CenterFrame>
  )
}
