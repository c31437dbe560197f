import { Link } from '@remix-run/react'
import { FlaskConical } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Elements } from '~/ui/elements'
import { RichText } from '~/ui/rich-text'
import { NumberLink } from '../../figures/components/number-link'
import { trialsHref } from '../board-links'
import { boardParams, type ViewQuery } from '../board-query'

interface SimulatedNoteProps {
  query: ViewQuery
  /** How many the period has, whatever else is filtered. */
  count: number
  /** Address of this page with other parameters. */
  hrefOf: (params: Record<string, string | undefined>) => string
  kept?: Record<string, string | undefined>
  action?: Elements
}

/** Says whether the simulated trials of the period count, with the way to change that. */
export function SimulatedNote({ query, count, hrefOf, kept = {}, action }: SimulatedNoteProps) {
  const { t } = useTranslation('boards')
  if (count === 0) return null
  const { simulated } = query
  const other = simulated === 'in' ? 'out' : 'in'
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl bg-warn-soft px-4 py-2.5 text-sm">
      <FlaskConical aria-hidden="true" className="size-4 shrink-0 text-warn" />
      <p className="min-w-0 flex-1 basis-64">
        <RichText
          t={t}
          i18nKey={`simulated.note.${simulated}`}
          count={count}
          components={{ all: <NumberLink to={simulatedHref(query)} /> }}
        />
        <Link
          to={hrefOf({ ...kept, ...boardParams({ ...query, asOf: undefined, simulated: other }) })}
          preventScrollReset
          className="ml-2 text-accent underline underline-offset-4 print:hidden"
        >
          {t(`simulated.switch.${other}`)}
        </Link>
      </p>
      {action}
      <details className="basis-full print:hidden">
        <summary className="w-fit cursor-pointer rounded text-muted underline decoration-line-strong underline-offset-4 hover:text-ink pointer-coarse:min-h-11">
          {t('simulated.how')}
        </summary>
        <div className="mt-2 grid max-w-3xl gap-2 text-muted">
          <p>{t('simulated.rule')}</p>
          <p>{t('simulated.howText')}</p>
        </div>
      </details>
    </div>
  )
}

/** Exactly those that the note counts. */
function simulatedHref({ range, from, to, unit, asOf, demo }: ViewQuery): string {
  const query = { range, from, to, unit, asOf, flagged: 'in', simulated: 'in' } as const
  return trialsHref(query, { name: 'simulated' }, demo)
}
