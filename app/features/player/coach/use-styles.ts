import type { CSSProperties } from 'react'
import { useLayoutEffect } from 'react'

/** Sets styles by the element's own style object, which the security policy allows; removes them when they change. */
export function useStyles(element: HTMLElement | null, styles: CSSProperties | undefined): void {
  useLayoutEffect(() => {
    if (element === null || styles === undefined) return
    Object.assign(element.style, styles)
    return () => {
      for (const name of Object.keys(styles)) Object.assign(element.style, { [name]: '' })
    }
  }, [element, styles])
}
