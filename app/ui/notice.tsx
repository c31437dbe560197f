import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { BadgeTone } from './badge'
import { classNames } from './class-names'
import type { Elements } from './elements'

const LOOK: Record<BadgeTone, { box: string; icon: typeof Info }> = {
  neutral: { box: 'bg-sunken text-ink', icon: Info },
  accent: { box: 'bg-accent-soft text-ink', icon: Info },
  good: { box: 'bg-good-soft text-ink', icon: CircleCheck },
  warn: { box: 'bg-warn-soft text-ink', icon: TriangleAlert },
  bad: { box: 'bg-bad-soft text-ink', icon: CircleAlert },
}

const ICON_TONE: Record<BadgeTone, string> = {
  neutral: 'text-muted',
  accent: 'text-accent',
  good: 'text-good',
  warn: 'text-warn',
  bad: 'text-bad',
}

/** A notice. A `bad` one is announced at once, others politely when `live`. */
export function Notice({
  tone = 'neutral',
  title,
  live = false,
  children,
  action,
}: {
  tone?: BadgeTone
  title?: ReactNode
  live?: boolean
  children?: ReactNode
  action?: Elements
}) {
  const { box, icon: Icon } = LOOK[tone]
  const role = tone === 'bad' ? 'alert' : live ? 'status' : undefined
  return (
    <div role={role} className={classNames('flex gap-3 rounded-xl px-4 py-3 text-sm', box)}>
      <Icon aria-hidden="true" className={classNames('mt-0.5 size-4 shrink-0', ICON_TONE[tone])} />
      <div className="grid min-w-0 flex-1 gap-1">
        {title ? <p className="font-medium">{title}</p> : null}
        {children ? <div className="text-muted">{children}</div> : null}
      </div>
      {action}
    </div>
  )
}
