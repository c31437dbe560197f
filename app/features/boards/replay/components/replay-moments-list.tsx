import { Link } from '@remix-run/react'
import { Ban, Check, FastForward, Hourglass, Lightbulb, MessageSquare, Route, Undo2 } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplayMark, ReplayMarkKind } from '~/domain/insight/replay-marks'
import { classNames } from '~/ui/class-names'
import type { BoardFormat } from '../../figures/board-format'
import type { ReplayStep } from '../replay-views'

const LOOKS: Readonly<Record<ReplayMarkKind, { icon: typeof Check; tone: string }>> = {
  refusal: { icon: Ban, tone: 'text-bad' },
  hint: { icon: Lightbulb, tone: 'text-warn' },
  hesitation: { icon: Hourglass, tone: 'text-muted' },
  detour: { icon: Route, tone: 'text-warn' },
  shown: { icon: FastForward, tone: 'text-muted' },
  undo: { icon: Undo2, tone: 'text-muted' },
  task: { icon: Check, tone: 'text-good' },
  feedback: { icon: MessageSquare, tone: 'text-accent' },
}

interface MomentsListProps {
  marks: readonly ReplayMark[]
  steps: readonly ReplayStep[]
  current: number
  format: BoardFormat
  hrefOf: (step: number) => string
}

/** The marked moments of a trial, each a link to it. */
export function ReplayMomentsList({ marks, steps, current, format, hrefOf }: MomentsListProps) {
  const { t } = useTranslation('boards')
  const id = useId()
  const words = ({ kind, step, ms = 0, text }: ReplayMark): string => {
    if (kind === 'task') return steps[step]?.tasksDone.join(', ') ?? ''
    if (text !== undefined) return text || t('replay.moment.remark')
    return t(`replay.moment.${kind}`, { time: format.duration(ms) })
  }
  if (marks.length === 0) return null
  return (
    <nav aria-labelledby={id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <h2 id={id} className="text-xs text-faint">
        {t('replay.moments')}
      </h2>
      <ol className="flex max-h-24 flex-wrap gap-1.5 overflow-y-auto p-0.5">
        {marks.map((mark, index) => (
          <li key={index}>
            <Link
              to={hrefOf(mark.step)}
              replace
              preventScrollReset
              aria-current={mark.step === current ? 'step' : undefined}
              className={classNames(
                'inline-flex min-h-7 items-center gap-1.5 rounded-full px-2.5 text-xs pointer-coarse:min-h-11',
                mark.step === current ? 'bg-accent-soft' : 'bg-sunken hover:bg-line',
              )}
            >
              <Icon kind={mark.kind} />
              <span className="max-w-72 truncate">{words(mark)}</span>
              <span className="text-faint tabular-nums">{format.clock(steps[mark.step]?.at ?? 0)}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Icon({ kind }: { kind: ReplayMarkKind }) {
  const { icon: Shape, tone } = LOOKS[kind]
  return <Shape aria-hidden="true" className={classNames('size-3.5 shrink-0', tone)} />
}
