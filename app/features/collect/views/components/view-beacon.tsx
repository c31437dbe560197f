import { useLocation } from '@remix-run/react'
import { useEffect } from 'react'
import { postJson } from '~/islands/post-json'
import { whenShown } from '~/islands/when-shown'
import { paths } from '~/paths'
import { ViewPicture } from './view-picture'

/** Tells that the page is looked at: once it is shown. Without scripts a picture tells. */
export function ViewBeacon() {
  const { pathname } = useLocation()
  useEffect(() => whenShown(() => postJson(paths.api.views(), { path: pathname })), [pathname])
  return <ViewPicture path={pathname} />
}
