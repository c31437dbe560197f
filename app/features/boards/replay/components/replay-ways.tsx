import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { PathLine } from '../../figures/components/path-line'

/** The complete path taken, and below it the ideal path for its plan and role. */
export function ReplayWays({
  path,
  beyond,
  ideal,
  titles,
}: {
  path: readonly string[]
  beyond: readonly boolean[] | null
  ideal: readonly string[] | null
  titles: Record<string, string>
}) {
  const { t } = useTranslation('boards')
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid content-start gap-4">
      <h2 id={id} className="text-title">
        {t('replay.ways')}
      </h2>
      <div className="grid gap-1">
        <h3 className="text-sm text-muted">{t('replay.taken')}</h3>
        <PathLine states={path} titles={titles} beyond={beyond ?? undefined} aside={t('paths.beyond')} />
      </div>
      {ideal ? (
        <div className="grid gap-1">
          <h3 className="text-sm text-muted">{t('paths.ideal')}</h3>
          <PathLine states={ideal} titles={titles} ideal />
        </div>
      ) : null}
    </section>
  )
}
