import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { ScrollRegion } from '~/ui/scroll-region'
import type { BoardFormat } from '../../figures/board-format'
import { StepInputs } from '../../replay/components/step-inputs'
import type { ComparedSide, Side } from '../comparison-views'

/** One of the two: which it is, what was done last, and the screen after it. */
export function ComparedScreen({
  side,
  compared,
  screen,
  format,
}: {
  side: Side
  compared: ComparedSide
  screen: ReactNode
  format: BoardFormat
}) {
  const { t } = useTranslation('boards')
  const { id, step, startedAt } = compared
  const did =
    step.kind === 'event'
      ? t(`replay.did.${step.control ?? 'event'}`, { label: step.label })
      : t(`replay.did.${step.kind}`)
  return (
    <section aria-labelledby={`side-${side}`} className="grid gap-2">
      <h2 id={`side-${side}`} className="text-sm font-medium">
        {id === null ? (
          <span>{t('compare.ideal')}</span>
        ) : (
          <Link
            to={paths.replay(id)}
            className="underline decoration-line-strong underline-offset-4 hover:decoration-accent"
          >
            {`${t(`compare.side.${side}`)}: ${startedAt ? format.instant(startedAt) : ''}`}
          </Link>
        )}
      </h2>
      <p className="text-xs text-muted">
        {[
          compared.title,
          compared.plan,
          compared.role,
          t('filter.revision', { number: compared.revision }),
        ].join(' · ')}
      </p>
      <p className="grid min-h-10 content-start text-sm" aria-live="polite">
        <span>{id === null ? did : `${format.clock(step.at)} · ${did}`}</span>
        <StepInputs inputs={step.inputs} />
      </p>
      <div lang={compared.locale}>
        <ScrollRegion
          label={t('replay.screen')}
          className="h-[26rem] overflow-auto rounded-xl ring-1 ring-line-strong"
        >
          {screen}
        </ScrollRegion>
      </div>
    </section>
  )
}
