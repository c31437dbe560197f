import {
  listAlertEntries,
  listAlertReaders,
  listAlertRows,
  listSwitchedOff,
  type AlertRow,
} from '#db/queries/alerts'
import type { Context } from '~/platform/context/context'
import { isPermitted } from '~/platform/context/is-permitted'
import { verb } from '~/platform/verb/verb'
import type { AlertBoard, AlertView } from './alert-views'
import { alertHref, alertTitle, explainVerdict } from './describe-alert'
import { alertWords } from './tell-alert.server'

const MOST = 100

/** The alerts with their histories, the latest first, and which measures are watched. */
export const listAlerts = verb({ permission: 'boards.read' }, async ({ ctx }): Promise<AlertBoard> => {
  const rows = await listAlertRows(ctx.db, MOST)
  const entries = await listAlertEntries(
    ctx.db,
    rows.map(({ id }) => id),
  )
  const readers = await listAlertReaders(ctx.db)
  const { actor } = ctx
  return {
    alerts: await Promise.all(
      rows.map(async (row) => ({
        ...(await viewOf(ctx, row)),
        entries: entries
          .filter(({ alertId }) => alertId === row.id)
          .map(({ at, kind, byName, verdict }) => ({ at, kind, byName, value: verdict?.value ?? null })),
      })),
    ),
    off: (await listSwitchedOff(ctx.db)).map(({ measure }) => measure),
    isReader: actor.kind === 'staff' && readers.some(({ id }) => id === actor.id),
    mayManage: isPermitted(ctx, 'alerts.manage'),
  }
})

async function viewOf(ctx: Context, row: AlertRow): Promise<Omit<AlertView, 'entries'>> {
  const words = await alertWords(ctx, row, ctx.locale)
  const { id, measure, direction, state, firstDay, lastDay, openedAt, closedAt, verdict } = row
  const title = alertTitle(row, words)
  const text = explainVerdict(row, verdict, words)
  const known = { id, measure, direction, state, firstDay, lastDay, openedAt, closedAt, verdict }
  return { ...known, title, text, href: alertHref(row) }
}
