import { instantOf } from '~/domain/day'
import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { TRIAL_SIGNALS } from '~/domain/trial/signals'
import type { Ruling, TrialSignal } from '~/domain/trial/signals'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { TextInput } from '~/ui/controls'
import { Field } from '~/ui/field'
import type { BoardFormat } from '../../figures/board-format'
import type { RulingChoice } from '../ruling-schema'
import { RULING_REASON_LENGTH } from '../ruling-schema'

interface TrialJudgementProps {
  flags: readonly string[]
  signals: readonly TrialSignal[]
  ruling: Ruling | null
  mayJudge: boolean
  format: BoardFormat
}

/** The signals and flags of a trial, and a person's ruling. */
export function TrialJudgement({ flags, signals, ruling, mayJudge, format }: TrialJudgementProps) {
  const { t } = useTranslation('judge')
  if (signals.length === 0 && ruling === null && !mayJudge) return null
  const isOff = flags.some((flag) => flag !== 'simulated')
  return (
    <section aria-labelledby="judgement" className="grid max-w-3xl gap-4">
      <h2 id="judgement" className="text-title">
        {t('title')}
      </h2>
      <p className="text-sm text-muted">{t(isOff ? 'off' : 'on')}</p>
      {signals.length === 0 ? null : (
        <ul className="grid text-sm">
          {signals.map((signal) => (
            <SignalLine key={signal.name} signal={signal} flags={flags} format={format} />
          ))}
        </ul>
      )}
      {ruling ? (
        <p className="text-sm">
          <span className="font-medium">{t(`ruled.${ruling.verdict}`, { name: ruling.by })}</span>{' '}
          <span className="text-muted tabular-nums">{format.instant(instantOf(ruling.at))}</span>
          <span className="block text-muted">{`“${ruling.reason}”`}</span>
        </p>
      ) : null}
      {mayJudge ? <JudgeForm ruling={ruling} isOff={isOff} /> : null}
    </section>
  )
}

function SignalLine({
  signal: { name, at },
  flags,
  format,
}: {
  signal: TrialSignal
  flags: readonly string[]
  format: BoardFormat
}) {
  const { t } = useTranslation('judge')
  const { reason, weight } = TRIAL_SIGNALS[name]
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-line py-2 last:border-0">
      <span className="min-w-0 flex-1">{t(`signal.${name}`)}</span>
      <Badge tone={flags.includes(reason) ? 'warn' : 'neutral'}>
        {t(flags.includes(reason) ? 'counts' : weight === 'weak' ? 'alone' : 'lifted')}
      </Badge>
      <span className="text-xs text-faint tabular-nums">{format.instant(instantOf(at))}</span>
    </li>
  )
}

/** Offers one decision at a time: the opposite of the current one, or undoing it. */
function JudgeForm({ ruling, isOff }: { ruling: Ruling | null; isOff: boolean }) {
  const { t } = useTranslation('judge')
  const busy = useNavigation().formData?.get('intent') === 'judge'
  const verdict: RulingChoice = ruling ? 'none' : isOff ? 'cleared' : 'flagged'
  return (
    <Form method="post" preventScrollReset className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="verdict" value={verdict} />
      {verdict === 'none' ? null : (
        <div className="w-full max-w-sm">
          <Field label={t('reason')}>
            {(control) => (
              <TextInput
                {...control}
                name="reason"
                required
                maxLength={RULING_REASON_LENGTH}
                autoComplete="off"
              />
            )}
          </Field>
        </div>
      )}
      <Button type="submit" name="intent" value="judge" busy={busy}>
        {t(`decide.${verdict}`)}
      </Button>
    </Form>
  )
}
