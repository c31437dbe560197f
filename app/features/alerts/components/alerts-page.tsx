import { Form } from '@remix-run/react'
import { BellRing } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ALERT_MEASURES } from '~/domain/insight/alerts/alert-measures'
import { TitledPart } from '~/ui/titled-part'
import { Button } from '~/ui/button'
import type { Elements } from '~/ui/elements'
import { EmptyState } from '~/ui/empty-state'
import { PageHeader } from '~/ui/page-header'
import type { AlertBoard } from '../alert-views'
import { AlertList } from './alert-list'

/** What is outside its usual range, what was, and who is told of it. */
export function AlertsPage({ board, webhooks }: { board: AlertBoard; webhooks: Elements }) {
  const { t } = useTranslation('alerts')
  const { alerts, mayManage } = board
  const open = alerts.filter(({ state }) => state !== 'closed')
  const closed = alerts.filter(({ state }) => state === 'closed')
  return (
    <div className="grid max-w-5xl gap-10">
      <PageHeader title={t('page.title')} lead={t('page.lead')} />
      {open.length > 0 ? (
        <TitledPart title={t('page.open')}>
          <AlertList alerts={open} mayManage={mayManage} />
        </TitledPart>
      ) : (
        <EmptyState icon={<BellRing aria-hidden="true" className="size-6" />} title={t('page.none')}>
          {t('page.noneText')}
        </EmptyState>
      )}
      {closed.length > 0 ? (
        <TitledPart title={t('page.closed')}>
          <AlertList alerts={closed} mayManage={mayManage} />
        </TitledPart>
      ) : null}
      <MailChoice isReader={board.isReader} />
      <TitledPart title={t('page.measures')}>
        <Measures board={board} />
      </TitledPart>
      {webhooks}
    </div>
  )
}

function MailChoice({ isReader }: Pick<AlertBoard, 'isReader'>) {
  const { t } = useTranslation('alerts')
  return (
    <Form method="post" preventScrollReset className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
      <input type="hidden" name="wanted" value={String(!isReader)} />
      <p className="max-w-prose text-muted">{t(isReader ? 'page.mailIsOn' : 'page.mailText')}</p>
      <Button type="submit" name="intent" value="mail" size="small">
        {t(isReader ? 'page.mailOff' : 'page.mailOn')}
      </Button>
    </Form>
  )
}

function Measures({ board: { off, mayManage } }: { board: AlertBoard }) {
  const { t } = useTranslation('alerts')
  return (
    <ul className="grid divide-y divide-line rounded-xl bg-surface px-4 ring-1 ring-line">
      {ALERT_MEASURES.map((measure) => {
        const isOff = off.includes(measure)
        // Titles name what it is the number of; a list has to.
        const name = measure === 'trials' ? t('page.trials') : t(`measure.${measure}`)
        return (
          <li
            key={measure}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5 text-sm"
          >
            <span className="font-medium">{name}</span>
            <Form method="post" preventScrollReset className="flex items-center gap-3">
              <span className="text-muted">{t(isOff ? 'page.notWatched' : 'page.watched')}</span>
              <input type="hidden" name="measure" value={measure} />
              <input type="hidden" name="on" value={String(isOff)} />
              {mayManage ? (
                <Button
                  type="submit"
                  name="intent"
                  value="switch"
                  size="small"
                  aria-label={`${t(isOff ? 'page.switchOn' : 'page.switchOff')}: ${name}`}
                >
                  {t(isOff ? 'page.switchOn' : 'page.switchOff')}
                </Button>
              ) : null}
            </Form>
          </li>
        )
      })}
    </ul>
  )
}
