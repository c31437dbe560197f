import { Outlet, useLoaderData } from '@remix-run/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { ViewBeacon } from '~/features/collect/views/components/view-beacon'
import { CenterFrame } from '~/features/content/components/center-frame'
import { readCenterFrame } from '~/features/content/read-center-frame.server'
import { ErrorScreen } from '~/ui/error-screen'

// eslint-disable-next-line foyer/no-bare-route -- an error that defineLoader answers would take the frame away
export const loader = (args: LoaderFunctionArgs) => readCenterFrame(args)

/** The frame of the center's pages that answer to what is done on them: forms, comparisons, a visitor's own pages. */
export default function CenterLayout() {
  const { pages, recorded } = useLoaderData<typeof loader>()
  return (
    <CenterFrame pages={pages}>
      <Outlet />
      {recorded ? <ViewBeacon /> : null}
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
