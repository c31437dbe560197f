import { useEffect, useState } from 'react'

/** Where a control is: in sight, or further up or down. */
export type Whereabouts = 'seen' | 'above' | 'below'

/** Follows whether the anchor can be seen. The lowest `below` pixels of the page are covered, as by a sheet. */
export function useWhereabouts(anchor: HTMLElement | null, below: number): Whereabouts {
  const [where, setWhere] = useState<Whereabouts>('seen')
  useEffect(() => {
    setWhere('seen')
    if (anchor === null) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return
        const { top, height } = entry.boundingClientRect
        const isLow = top + height / 2 > window.innerHeight / 2
        setWhere(entry.isIntersecting ? 'seen' : isLow ? 'below' : 'above')
      },
      { rootMargin: `0px 0px ${-below}px 0px`, threshold: 0 },
    )
    observer.observe(anchor)
    return () => observer.disconnect()
  }, [anchor, below])
  return where
}
