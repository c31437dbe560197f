import { paths } from '~/paths'

/** Tells that a page is looked at where no script does. */
export function ViewPicture({ path }: { path: string }) {
  return (
    <noscript>
      <img src={paths.api.viewPicture(path)} alt="" width={1} height={1} className="absolute" />
    </noscript>
  )
}
