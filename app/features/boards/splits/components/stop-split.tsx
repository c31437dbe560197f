import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { falseAlarms } from '~/domain/insight/split/early-stop'
import { Button } from '~/ui/button'
import { TextInput } from '~/ui/controls'
import { Field } from '~/ui/field'
import type { BoardFormat } from '../../figures/board-format'
import type { SplitBoard } from '../read-split.server'
import { SPLIT_NOTE_LENGTH } from '../schemas'

/** Ends the split in two presses. Before the planned number is reached, the first press says what that costs. */
export function StopSplit({ board, format }: { board: SplitBoard; format: BoardFormat }) {
  const { t } = useTranslation('splits')
  const busy = useNavigation().state === 'submitting'
  const { judgement, split, days } = board
  return (
    <details className="grid gap-3">
      <summary className="inline-flex min-h-10 w-fit cursor-pointer list-none items-center rounded-lg px-4 text-sm font-medium ring-1 ring-line-strong ring-inset hover:bg-sunken pointer-coarse:min-h-11">
        {t('stop.ask')}
      </summary>
      <Form method="post" className="mt-3 grid max-w-xl gap-4 rounded-xl bg-sunken p-4 text-sm">
        <p>{t('stop.what')}</p>
        {judgement.isComplete ? null : (
          <div className="grid gap-2 tabular-nums">
            <p>
              {t('stop.early', {
                have: format.number(judgement.followedEach),
                planned: format.number(judgement.plannedEach),
              })}
            </p>
            <p>{leastText(board, format, t)}</p>
            <p>{t('stop.alarms', { count: days, share: format.percent(falseAlarms(days)) })}</p>
          </div>
        )}
        <Field label={t('stop.note')} hint={t('stop.noteHint')}>
          {(control) => (
            <TextInput {...control} name="note" maxLength={SPLIT_NOTE_LENGTH} autoComplete="off" />
          )}
        </Field>
        <Button type="submit" name="id" value={split.id} tone="danger" className="w-fit" busy={busy}>
          {t('stop.go')}
        </Button>
      </Form>
    </details>
  )
}

/** The smallest difference that can be told now, beside the planned one. */
function leastText(
  { judgement: { leastNow }, split }: SplitBoard,
  format: BoardFormat,
  t: (key: string, values?: Record<string, unknown>) => string,
): string {
  const points = (share: number) => format.points(share).replace('+', '')
  if (leastNow === null) return t('stop.tellsNothing')
  return t('stop.tells', { now: points(leastNow), planned: points(split.least) })
}
