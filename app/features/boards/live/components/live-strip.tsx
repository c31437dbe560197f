import { Link, useLocation } from '@remix-run/react'
import { RefreshCw, WifiOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { buttonClass } from '~/ui/button'
import { useLiveTrials } from '../use-live-trials'

/** Parameters that tie a page to a moment, and to a place in a list of that moment. */
const OF_THE_MOMENT = ['asOf', 'after', 'before']

/**
 * Says that there are new trials, and offers to show them. It floats, so that nothing moves under whoever reads.
 * `href` is the stream of the view; null of a view that no new trial can belong to.
 */
export function LiveStrip({ href }: { href: string | null }) {
  const { t } = useTranslation('boards')
  const { count, status } = useLiveTrials(href)
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-4 z-20 flex justify-center px-4 print:hidden"
    >
      {status === 'ended' ? (
        <Pill>
          <span>{t('live.ended')}</span>
        </Pill>
      ) : null}
      {status === 'interrupted' ? (
        <Pill>
          <WifiOff aria-hidden="true" className="size-4 text-warn" />
          <span>{t('live.interrupted')}</span>
        </Pill>
      ) : null}
      {count > 0 && (status === 'live' || status === 'waiting') ? <NewTrials count={count} /> : null}
    </div>
  )
}

function NewTrials({ count }: { count: number }) {
  const { t } = useTranslation('boards')
  return (
    <Pill>
      <span className="tabular-nums">{t('live.new', { count })}</span>
      <Link to={useNewest()} className={buttonClass('primary', 'small')}>
        <RefreshCw aria-hidden="true" className="size-4" />
        <span>{t('live.show')}</span>
      </Link>
    </Pill>
  )
}

function Pill({ children }: { children: ReactNode }) {
  return (
    <div className="pointer-events-auto flex min-h-11 items-center gap-3 rounded-full bg-raised py-1.5 pr-2 pl-4 text-sm shadow-float ring-1 ring-line last:pr-4">
      {children}
    </div>
  )
}

/** The same page as of now. */
function useNewest(): string {
  const { pathname, search } = useLocation()
  const params = new URLSearchParams(search)
  for (const name of OF_THE_MOMENT) params.delete(name)
  return params.size === 0 ? pathname : `${pathname}?${params}`
}
