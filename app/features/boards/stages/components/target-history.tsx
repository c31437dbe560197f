import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { effectiveTargets } from '~/domain/insight/stages/stage-targets'
import { Button } from '~/ui/button'
import { UNDO_TARGET } from '../../targets/target-schema'
import type { StageView } from '../stage-views'
import { targetText } from '../target-text'
import type { StageProps } from './stage-props'

/** Who set which target and owner, when, and from which day on; the latest entry can be undone. */
export function TargetHistory({ stage, board, format }: StageProps & { stage: StageView }) {
  const { t } = useTranslation('stages')
  const { history } = stage
  const holding = new Set(effectiveTargets(history).map(({ version }) => version))
  return (
    <details className="group">
      <summary className="w-fit rounded text-xs text-muted underline decoration-line-strong underline-offset-4 hover:text-ink pointer-coarse:min-h-11">
        {t('history.title', { count: history.length })}
      </summary>
      <ol className="mt-2 grid gap-2 text-xs text-muted">
        {history.map((entry, index) => (
          <li key={entry.version} className="grid gap-1 border-l-2 border-line pl-3">
            <span className="tabular-nums">
              {entry.undoes === null
                ? t(holding.has(entry.version) ? 'history.set' : 'history.undone', {
                    value:
                      entry.target === null
                        ? t('target.none')
                        : targetText(stage.stage, entry.target, format),
                    owner: entry.ownerName ?? t('target.noOwner'),
                    day: format.day(entry.holdsFrom),
                  })
                : t('history.undo')}
            </span>
            <span className="text-faint">
              {t('history.by', { name: entry.setBy, at: format.instant(entry.setAt) })}
            </span>
            {index === 0 && board.mayManage ? <UndoButton stage={stage} version={entry.version} /> : null}
          </li>
        ))}
      </ol>
    </details>
  )
}

function UndoButton({ stage, version }: { stage: StageView; version: number }) {
  const { t } = useTranslation('stages')
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="stage" value={stage.stage} />
      <input type="hidden" name="version" value={version} />
      <Button type="submit" name="intent" value={UNDO_TARGET} size="small">
        {t('history.undoLast')}
      </Button>
    </Form>
  )
}
