import { Link } from '@remix-run/react'
import { Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { SegmentGroup } from '~/domain/insight/segment/segment-rule'
import { paths } from '~/paths'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { PageHeader } from '~/ui/page-header'
import { When } from '~/ui/when'
import { useBoardFormat } from '../../figures/board-format'
import { trialsHref } from '../../filter/board-links'
import { SimulatedNote } from '../../filter/components/simulated-note'
import { NumberLink } from '../../figures/components/number-link'
import { RemovedList } from '../../saved/components/removed-list'
import { RowButton } from '../../saved/components/row-button'
import { SavedNotice } from '../../saved/components/saved-notice'
import type { SavedProblem } from '../../saved/saved-answer'
import type { SegmentList } from '../segment-views'
import { useSegmentSentence } from '../use-segment-sentence'

interface SegmentsPageProps {
  list: SegmentList
  answer: SavedProblem | undefined
}

/** The saved segments, each as a sentence, with how many visitors are in it. */
export function SegmentsPage({ list, answer }: SegmentsPageProps) {
  const { t } = useTranslation('segments')
  const format = useBoardFormat(list.timeZone)
  const add = (
    <LinkButton to={paths.segment('new')} tone="primary" size="small">
      {t('new')}
    </LinkButton>
  )
  return (
    <div className="grid gap-8">
      <PageHeader
        title={t('title')}
        lead={t('lead', { asOf: format.instant(list.asOf) })}
        actions={list.saved.length > 0 ? add : null}
      />
      <SimulatedNote query={list.query} count={list.choices.simulated} hrefOf={paths.segments} />
      <SavedNotice answer={answer} />
      {list.saved.length === 0 ? (
        <EmptyState
          icon={<Users aria-hidden="true" className="size-6" />}
          title={t('empty.title')}
          action={add}
        >
          {t('empty.text')}
        </EmptyState>
      ) : (
        <SegmentTable list={list} />
      )}
      <RemovedList removed={list.removed} />
    </div>
  )
}

/** The first trial of each visitor in a segment: a list as long as the number. */
const FIRST_TRIALS = { unit: 'visitor', state: 'all' } as const

function SegmentTable({ list }: { list: SegmentList }) {
  const { t } = useTranslation('segments')
  const format = useBoardFormat(list.timeZone)
  const sentence = useSegmentSentence(list)
  return (
    <DataTable label={t('title')}>
      <thead>
        <tr>
          <HeadCell>{t('column.name')}</HeadCell>
          <HeadCell>{t('column.rule')}</HeadCell>
          <HeadCell numeric>{t('column.people')}</HeadCell>
          <HeadCell>{t('column.changed')}</HeadCell>
          <HeadCell>
            <span className="sr-only">{t('column.remove')}</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {list.saved.map(({ id, name, body, version, people, changedAt, changedBy }) => (
          <Row key={id}>
            <Cell className="min-w-36 font-medium">
              <Link to={paths.segment(id)} className="underline decoration-line-strong underline-offset-4">
                {name}
              </Link>
            </Cell>
            <Cell className="min-w-64 text-muted">{sentence(body as SegmentGroup)}</Cell>
            <Cell numeric>
              <NumberLink to={trialsHref({ ...list.query, segment: id }, FIRST_TRIALS)}>
                {format.number(people)}
              </NumberLink>
            </Cell>
            <Cell className="whitespace-nowrap text-muted">
              <span>{`${changedBy}, `}</span>
              <When at={changedAt} />
            </Cell>
            <Cell>
              <RowButton intent="remove" id={id} version={version} label={t('removeNamed', { name })}>
                {t('remove')}
              </RowButton>
            </Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}
