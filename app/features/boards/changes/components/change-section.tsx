import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
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
  const share = ({ part, whole }: NamedChange['now']) => format.percent(whole === 0 ? 0 : part / whole)
  const shows = kind === 'mix' ? 'trials' : measure === 'conversion' ? 'converted' : measure
  const href =
    dimension === 'demo' && kind === 'rate'
      ? paths.demoBoard(value, boardParams(query))
      : paths.breakdown({
          ...boardParams(query),
          by: dimension === 'demo' ? undefined : dimension,
          measure: shows,
        })
  return (
    <RichText
      t={t}
      i18nKey={kind === 'count' ? 'changes.count' : `changes.${kind}.${measure}`}
      values={{
        name: dimension === 'demo' ? (names[value]?.title ?? value) : nameOf(dimension, value),
        now:
          kind === 'count'
            ? format.number(now.part)
            : kind === 'rate'
              ? share(now)
              : format.percent(now.share),
        before:
          kind === 'count'
            ? format.number(before.part)
            : kind === 'rate'
              ? share(before)
              : format.percent(before.share),
        effect: points(effect.value ?? 0),
        low: points(effect.low),
        high: points(effect.high),
      }}
      components={{ board: <NumberLink to={href} /> }}
    />
  )
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
