import type { Executor } from '#db/client'
import { findAccount } from '#db/queries/accounts'
import { listAlertReaders, type AlertRow } from '#db/queries/alerts'
import { isAllowed } from '~/domain/access/permissions'
import { localize } from '~/domain/text'
import type { Locale } from '~/domain/text'
import type { App } from '~/platform/context/context'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { ownOrigin } from '~/platform/http/own-origin'
import { fixedT } from '~/platform/language/i18n'
import { queueMail } from '~/platform/mail/queue-mail'
import { queueWebhooks } from '~/platform/webhooks/queue-webhooks'
import { paths } from '~/paths'
import { alertHref, alertTitle, explainVerdict } from './describe-alert'

/** `opened` or back in its usual range. */
export type AlertNews = 'opened' | 'closed'

/** The words for an alert in a language. */
export async function alertWords(
  { content, db }: Pick<App, 'content' | 'db'>,
  { demo, channel, account }: AlertRow,
  locale: Locale,
) {
  const title = demo ? (await content.published('demo', demo))?.body.demo.title : undefined
  const channelName = channel ? fixedT(locale, 'boards')(`channel.${channel}`, { defaultValue: channel }) : ''
  const t = fixedT(locale, 'alerts')
  const accountName = account ? ((await findAccount(db, account))?.name ?? t('alerts:of.removed')) : ''
  return { t, locale, demoTitle: title ? localize(title, locale) || demo : demo, channelName, accountName }
}

/** Tells readers by mail, and other systems by webhook, in the caller's transaction. */
export async function tellAlert(tx: Executor, app: App, alert: AlertRow, news: AlertNews): Promise<void> {
  const origin = ownOrigin(app.env)
  const { name: center } = await workspaceSettings(app)
  const at = app.now()
  for (const { email, roles, locale } of await listAlertReaders(tx)) {
    if (!isAllowed(roles, 'boards.read')) continue
    const words = await alertWords(app, alert, locale)
    const { t } = words
    const title = alertTitle(alert, words)
    const lines = [t(`alerts:mail.${news}`), explainVerdict(alert, alert.verdict, words)]
    await queueMail(tx, {
      ...{ kind: 'alert', to: email, locale, at },
      words: {
        subject: t(`alerts:mail.subject.${news}`, { title, center }),
        lines: [title, ...lines],
        link: { label: t('alerts:mail.open'), href: origin + alertHref(alert) },
        after: [t('alerts:mail.why', { href: origin + paths.alerts() })],
      },
    })
  }
  await queueWebhooks(tx, { event: `alert.${news}`, data: await webhookData(app, alert), at })
}

async function webhookData(app: App, alert: AlertRow) {
  const { id, measure, direction, demo, channel, account, firstDay, verdict } = alert
  const words = await alertWords(app, alert, 'en')
  return {
    ...{
      id,
      measure,
      direction,
      demo: demo || null,
      channel: channel || null,
      account: account || null,
      firstDay,
    },
    ...{ title: alertTitle(alert, words), text: explainVerdict(alert, verdict, words) },
    ...{ day: verdict.day, value: verdict.value, usual: verdict.usual, baseline: verdict.baseline },
    url: ownOrigin(app.env) + alertHref(alert),
  }
}
