import { useTranslation } from 'react-i18next'
import type { PathShare } from '~/domain/insight/path-shares'
import type { BoardFormat } from '../../figures/board-format'
import type { DemoNames, IdealShare } from '../../figures/board-views'
import { NumberLink } from '../../figures/components/number-link'
import { PathLine } from '../../figures/components/path-line'
import { RateWords } from '../../figures/components/rate-words'

interface PathSectionProps {
  paths: readonly PathShare[]
  ideals: readonly IdealShare[]
  names: DemoNames
  format: BoardFormat
  pathHref: (key: string) => string
  idealHref: (ideal: IdealShare, set: 'ideal-way' | 'way-known') => string
}

/** The most common paths, next to the ideal path of each plan and role. */
export function PathSection({ paths, ideals, names, format, pathHref, idealHref }: PathSectionProps) {
  const { t } = useTranslation('boards')
  return (
    <div className="grid gap-x-12 gap-y-8 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="grid content-start gap-3">
        <h3 className="text-sm text-muted">{t('paths.taken')}</h3>
        <ol className="grid">
          {paths.map((path) => (
            <li
              key={path.key}
              className="grid grid-cols-[3.5rem_minmax(0,1fr)] gap-x-4 border-t border-line py-3 first:border-0 first:pt-0"
            >
              <span className="text-title">
                <NumberLink to={pathHref(path.key)}>{format.number(path.numerator)}</NumberLink>
              </span>
              <div className="grid gap-1">
                <PathLine states={path.states} titles={names.states} />
                <span className="text-xs text-faint">
                  <RateWords rate={path} format={format} />
                </span>
              </div>
            </li>
          ))}
        </ol>
      </div>
      <div className="grid content-start gap-3">
        <h3 className="text-sm text-muted">{t('paths.ideal')}</h3>
        <ul className="grid">
          {ideals.map((ideal) => (
            <li
              key={`${ideal.plan} ${ideal.role}`}
              className="grid gap-1 border-t border-line py-3 first:border-0 first:pt-0"
            >
              <p className="text-sm font-medium">
                {`${names.plans[ideal.plan] ?? ideal.plan} · ${names.roles[ideal.role] ?? ideal.role}`}
              </p>
              <PathLine states={ideal.states} titles={names.states} ideal />
              <p className="text-xs text-faint">
                <span>{`${t('paths.exactly')} `}</span>
                <NumberLink to={idealHref(ideal, 'ideal-way')}>{format.number(ideal.numerator)}</NumberLink>
                <span>{' · '}</span>
                <RateWords rate={ideal} format={format} />
              </p>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
