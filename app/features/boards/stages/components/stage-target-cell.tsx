import { Check, CircleHelp, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TargetVerdict } from '~/domain/insight/stages/stage-targets'
import { Badge } from '~/ui/badge'
import type { StageView } from '../stage-views'
import { targetText } from '../target-text'
import type { StageProps } from './stage-props'
import { TargetForm } from './target-form'
import { TargetHistory } from './target-history'

const VERDICTS: Record<TargetVerdict, { tone: 'good' | 'bad' | 'neutral'; icon: typeof Check }> = {
  met: { tone: 'good', icon: Check },
  missed: { tone: 'bad', icon: X },
  'cannot-tell': { tone: 'neutral', icon: CircleHelp },
}

/** The target that held, whether it is met, who owns the stage; and where both are changed. */
export function StageTargetCell(props: StageProps & { stage: StageView }) {
  const { stage, board, format, problem } = props
  const { t } = useTranslation('stages')
  const { target } = stage
  const own = problem?.stage === stage.stage ? problem : null
  return (
    <div className="grid content-start gap-1.5 text-sm">
      {target && target.value !== null ? (
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium tabular-nums">
            {t(`target.${stage.by === 'count' ? 'count' : 'rate'}`, {
              value: targetText(stage.stage, target.value, format),
            })}
          </span>
          {target.verdict ? <VerdictBadge verdict={target.verdict} /> : null}
        </p>
      ) : (
        <p className="text-muted">{t('target.none')}</p>
      )}
      <p className="text-xs text-muted">
        {target?.ownerName ? t('target.owner', { name: target.ownerName }) : t('target.noOwner')}
      </p>
      {target ? (
        <p className="text-xs text-faint">{t('target.since', { day: format.day(target.holdsFrom) })}</p>
      ) : null}
      <div className="grid gap-1 print:hidden">
        {board.mayManage ? <TargetForm {...props} problem={own} /> : null}
        {stage.history.length > 0 ? <TargetHistory {...props} /> : null}
      </div>
    </div>
  )
}

function VerdictBadge({ verdict }: { verdict: TargetVerdict }) {
  const { t } = useTranslation('stages')
  const { tone, icon: Icon } = VERDICTS[verdict]
  return (
    <Badge tone={tone}>
      <Icon aria-hidden="true" className="size-3" />
      <span>{t(`verdict.${verdict}`)}</span>
    </Badge>
  )
}
