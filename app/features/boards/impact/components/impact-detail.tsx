import { useTranslation } from 'react-i18next'
import { DAY_MS } from '~/domain/day'
import { falseAlarmShare } from '~/domain/insight/impact/impact-measures'
import { paths } from '~/paths'
import { LinkButton } from '~/ui/link-button'
import { BoardSection } from '../../figures/components/board-section'
import { ImpactNotes } from './impact-notes'
import type { DetailProps } from './impact-props'
import { ImpactTable } from './impact-table'
import { MainImpact } from './main-impact'

/** One publish: its main measure first, what else happened in the same time, then the other measures. */
export function ImpactDetail(props: DetailProps) {
  const { t } = useTranslation('impact')
  const { board, impact, format } = props
  const { before, after, lengthMs } = impact.windows
  const days = Math.round(lengthMs / DAY_MS)
  return (
    <div className="grid min-w-0 gap-10">
      <BoardSection
        title={t('detail.title', { number: after.revision, previous: before.revision })}
        definition={t('detail.definition', {
          length: days > 0 ? t('length', { count: days }) : format.duration(lengthMs),
          from: format.instant(before.from),
          at: format.instant(after.from),
          until: format.instant(after.until),
        })}
      >
        <MainImpact {...props} />
        <ImpactNotes {...props} />
        <div className="print:hidden">
          <LinkButton
            to={paths.history('demo', board.demo.slug, { revision: String(after.revision) })}
            tone="secondary"
            size="small"
          >
            {t('detail.changes')}
          </LinkButton>
        </div>
      </BoardSection>
      <BoardSection
        title={t('others.title')}
        definition={t('others.definition', {
          count: impact.others.length,
          share: format.percent(falseAlarmShare(impact.others.length)),
        })}
      >
        <ImpactTable {...props} />
      </BoardSection>
    </div>
  )
}
