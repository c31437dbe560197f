import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { ValueFigures } from '~/domain/insight/contributions/contribution'
import { paths } from '~/paths'
import { RichText } from '~/ui/rich-text'
import type { BoardFormat } from '../../figures/board-format'
import type { DemoNames } from '../../figures/board-views'
import { BoardSection } from '../../figures/components/board-section'
import { NumberLink } from '../../figures/components/number-link'
import type { BoardQuery } from '../../filter/board-query'
import { boardParams } from '../../filter/board-query'
import { trialsHref } from '../../filter/board-links'
import type { ValueNames } from '../../filter/filter-fields'
import type { Changes, NamedChange } from '../change-view'

interface ChangeSectionProps {
  changes: Changes
  query: BoardQuery
  names: Record<string, DemoNames>
  nameOf: ValueNames
  format: BoardFormat
}

/** What changed most and what may explain it, in sentences that each open the board that shows it. */
export function ChangeSection(props: ChangeSectionProps) {
  const { changes, flagged } = props.changes
  const { t } = useTranslation('stages')
  return (
    <BoardSection title={t('changes.title')} definition={t('changes.lead')}>
      {changes.length === 0 ? <p className="text-sm text-muted">{t('changes.none')}</p> : null}
      <ul className="grid gap-3 text-sm">
        {changes.map((change) => (
          <li
            key={`${change.measure} ${change.kind} ${change.dimension} ${change.value}`}
            className="grid max-w-3xl gap-0.5"
          >
            <span>
              <ChangeSentence {...props} change={change} />
            </span>
            {change.revision ? <RevisionLine {...props} change={change} /> : null}
          </li>
        ))}
        {flagged ? (
          <li className="max-w-3xl">
            <RichText
              t={t}
              i18nKey="changes.flagged"
              values={{
                now: props.format.percent(flagged.now.share ?? 0),
                before: props.format.percent(flagged.before.share ?? 0),
              }}
              components={{
                all: <NumberLink to={trialsHref({ ...props.query, flagged: 'in' }, { name: 'flagged' })} />,
              }}
            />
          </li>
        ) : null}
      </ul>
    </BoardSection>
  )
}

function ChangeSentence({
  change,
  query,
  names,
  nameOf,
  format,
}: ChangeSectionProps & { change: NamedChange }) {
  const { t } = useTranslation('stages')
  const { measure, kind, dimension, value, now, before, effect } = change
  const points = kind === 'count' ? format.number : format.points
  const show = figureOf(kind, format)
  return (
    <RichText
      t={t}
      i18nKey={kind === 'count' ? 'changes.count' : `changes.${kind}.${measure}`}
      values={{
        name: dimension === 'demo' ? (names[value]?.title ?? value) : nameOf(dimension, value),
        ...{ now: show(now), before: show(before) },
        ...{ effect: points(effect.value ?? 0), low: points(effect.low), high: points(effect.high) },
      }}
      components={{ board: <NumberLink to={boardHref(change, query)} /> }}
    />
  )
}

/** Of a count the trials, of a rate the rate itself, of a shift the share of the trials. */
function figureOf(kind: NamedChange['kind'], format: BoardFormat): (figures: ValueFigures) => string {
  if (kind === 'count') return ({ part }) => format.number(part)
  if (kind === 'mix') return ({ share }) => format.percent(share)
  return ({ part, whole }) => format.percent(whole === 0 ? 0 : part / whole)
}

/** The board that shows it: that of the demo, or the breakdown by the dimension. */
function boardHref({ dimension, kind, measure, value }: NamedChange, query: BoardQuery): string {
  if (dimension === 'demo' && kind === 'rate') return paths.demoBoard(value, boardParams(query))
  const shown = kind === 'mix' ? 'trials' : measure === 'conversion' ? 'converted' : measure
  return paths.breakdown({ ...boardParams(query), by: dimension, measure: shown })
}

function RevisionLine({ change, format }: ChangeSectionProps & { change: NamedChange }) {
  const { t } = useTranslation('stages')
  if (!change.revision) return null
  const { number, publishedAt } = change.revision
  return (
    <Link
      to={paths.history('demo', change.value)}
      className="w-fit text-xs text-muted underline decoration-line-strong underline-offset-4 hover:text-ink"
    >
      {t('changes.revision', { number, at: format.instant(publishedAt) })}
    </Link>
  )
}
