import { Form, Link } from '@remix-run/react'
import { Filter } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { PageHeader } from '~/ui/page-header'
import { When } from '~/ui/when'
import { RemovedList } from '../../saved/components/removed-list'
import { RowButton } from '../../saved/components/row-button'
import { SavedNotice } from '../../saved/components/saved-notice'
import type { SavedProblem } from '../../saved/saved-answer'
import type { SavedQuery } from '../../saved/saved-views'
import type { SavedFunnels } from '../funnel-views'
import { useSavedFunnelSentence } from '../use-funnel-sentence'

interface SavedFunnelsPageProps {
  list: SavedFunnels
  answer: SavedProblem | undefined
}

/** The saved funnels, each as a sentence, to be opened, duplicated or removed. */
export function SavedFunnelsPage({ list, answer }: SavedFunnelsPageProps) {
  const { t } = useTranslation('funnels')
  const build = (
    <LinkButton to={paths.funnels()} tone="primary" size="small">
      {t('saved.build')}
    </LinkButton>
  )
  return (
    <div className="grid gap-8">
      <PageHeader title={t('saved.title')} lead={t('saved.lead')} actions={build} />
      <SavedNotice answer={answer} />
      {list.saved.length === 0 ? (
        <EmptyState icon={<Filter aria-hidden="true" className="size-6" />} title={t('saved.empty')}>
          {t('saved.emptyText')}
        </EmptyState>
      ) : (
        <FunnelTable list={list} />
      )}
      <RemovedList removed={list.removed} />
    </div>
  )
}

function FunnelTable({ list }: { list: SavedFunnels }) {
  const { t } = useTranslation('funnels')
  const wordsOf = useSavedFunnelSentence(list)
  return (
    <DataTable label={t('saved.title')}>
      <thead>
        <tr>
          <HeadCell>{t('saved.name')}</HeadCell>
          <HeadCell>{t('saved.sentence')}</HeadCell>
          <HeadCell>{t('saved.changed')}</HeadCell>
          <HeadCell />
        </tr>
      </thead>
      <tbody>
        {list.saved.map((one) => (
          <Row key={one.id}>
            <Cell className="min-w-36 font-medium">
              <Link
                to={paths.savedFunnel(one.id)}
                className="underline decoration-line-strong underline-offset-4"
              >
                {one.name}
              </Link>
            </Cell>
            <Cell className="min-w-64 text-muted">{wordsOf(one.body)}</Cell>
            <Cell className="whitespace-nowrap text-muted">
              <span>{`${one.changedBy}, `}</span>
              <When at={one.changedAt} />
            </Cell>
            <Cell>
              <FunnelButtons funnel={one} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}

function FunnelButtons({ funnel: { id, name, version } }: { funnel: SavedQuery }) {
  const { t } = useTranslation('funnels')
  const { t: s } = useTranslation('segments')
  return (
    <span className="flex justify-end">
      <Form method="post" preventScrollReset>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="name" value={t('saved.copyOf', { name })} />
        <Button
          type="submit"
          name="intent"
          value="duplicate"
          tone="quiet"
          size="small"
          aria-label={t('saved.duplicateNamed', { name })}
        >
          {t('saved.duplicate')}
        </Button>
      </Form>
      <RowButton intent="remove" id={id} version={version} label={s('removeNamed', { name })}>
        {s('remove')}
      </RowButton>
    </span>
  )
}
