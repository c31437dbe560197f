import { useTranslation } from 'react-i18next'
import { proportion } from '~/domain/insight/proportion'
import { SPLIT_SIDES } from '~/domain/insight/split/split-plan'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import type { BoardFormat } from '../../figures/board-format'
import { IntervalStrip } from '../../figures/components/interval-strip'
import { RateWords } from '../../figures/components/rate-words'
import type { SplitBoard } from '../read-split.server'
import { useSplitWords } from './split-name'

/** Both sides with their counts, and the share of followed visitors who reached the measure. */
export function SplitSideTable({ board, format }: { board: SplitBoard; format: BoardFormat }) {
  const { t } = useTranslation('splits')
  const { split, tally } = board
  const words = useSplitWords()
  return (
    <DataTable label={t('page.sides')}>
      <thead>
        <tr>
          <HeadCell>{t('side.side')}</HeadCell>
          <HeadCell numeric>{t('side.shown')}</HeadCell>
          <HeadCell numeric>{t('side.followed', { count: split.followUpDays })}</HeadCell>
          <HeadCell numeric>{t('side.reached')}</HeadCell>
          <HeadCell>{words.measure(split)}</HeadCell>
          <HeadCell numeric>{t('side.early')}</HeadCell>
          <HeadCell numeric>{t('side.open')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {SPLIT_SIDES.map((side) => {
          const { shown, followed, reached, early, open } = tally[side]
          const rate = proportion(reached, followed)
          return (
            <Row key={side}>
              <Cell className="whitespace-nowrap">
                <span className="font-medium">{t(`side.${side}`)}</span>
                <span className="ml-2 text-muted">{words[side](split)}</span>
              </Cell>
              <Cell numeric>{format.number(shown)}</Cell>
              <Cell numeric>{format.number(followed)}</Cell>
              <Cell numeric>{format.number(reached)}</Cell>
              <Cell>
                <span className="grid min-w-44 gap-1">
                  <RateWords rate={rate} format={format} />
                  {rate.enough ? <IntervalStrip rate={rate} /> : null}
                </span>
              </Cell>
              <Cell numeric>{format.number(early)}</Cell>
              <Cell numeric>{format.number(open)}</Cell>
            </Row>
          )
        })}
      </tbody>
    </DataTable>
  )
}
