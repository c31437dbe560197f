import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { DemoHead } from '../../demo/components/demo-head'
import { NoDemoTrials } from '../../demo/components/no-demo-trials'
import { useBoardFormat } from '../../figures/board-format'
import { BoardSection } from '../../figures/components/board-section'
import { boardParams, isNarrowed } from '../../filter/board-query'
import { ChoiceLinks } from '../../filter/components/choice-links'
import { COMPARED_BY } from '../differences-query'
import type { DifferencesBoard } from '../differences-view'
import { DifferenceTable } from './difference-table'

/** The plans or roles of a demo side by side. */
export function DifferencesPage({ board }: { board: DifferencesBoard }) {
  const { t } = useTranslation('differences')
  const { demo, query, period, values } = board
  const format = useBoardFormat(period.timeZone)
  const by = query.by === 'plan' ? undefined : query.by
  return (
    <div className="grid gap-10">
      <DemoHead board={board} page="differences" format={format} kept={{ by }}>
        <ChoiceLinks
          label={t('by')}
          choices={COMPARED_BY.map((one) => ({
            key: one,
            label: t(`choice.${one}`),
            to: paths.demoDifferences(demo.slug, {
              ...boardParams(query),
              by: one === 'plan' ? undefined : one,
            }),
            current: one === query.by,
          }))}
        />
      </DemoHead>
      {values.length === 0 ? (
        <NoDemoTrials
          narrowed={isNarrowed(query)}
          hrefOf={(rest) => paths.demoDifferences(demo.slug, rest)}
          demo={paths.demo(demo.slug)}
        />
      ) : (
        <BoardSection title={t('title')} definition={t(values.length > 1 ? 'definition' : 'single')}>
          <DifferenceTable board={board} format={format} />
        </BoardSection>
      )}
    </div>
  )
}
