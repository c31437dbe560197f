import { v7 as uuidv7 } from 'uuid'
import type { Executor } from '#db/client'
import { readAccountDays } from '#db/columns/boards/accounts/account-days'
import { readDayCells } from '#db/columns/boards/day-cells'
import {
  insertAlert,
  insertAlertDay,
  insertAlertEntry,
  isAlertDay,
  listOpenAlerts,
  listSwitchedOff,
  updateAlert,
  type AlertRow,
} from '#db/queries/alerts'
import { lockNames } from '#db/queries/locks'
import { addDays, type Day } from '~/domain/day'
import type { AlertEntryKind } from '~/domain/insight/alerts/alert-states'
import { judgeAccount, findQuietAccounts, type AccountDay } from '~/domain/insight/alerts/account-activity'
import { ALERT_MEASURES, type AlertMeasure } from '~/domain/insight/alerts/alert-measures'
import { findCauses, judgeScope, type AlertCause, type DayCell } from '~/domain/insight/alerts/find-causes'
import { boardScope } from '~/domain/insight/board-scope'
import { measureClock } from '~/domain/insight/measured-trial'
import { dayOf, startOfDay } from '~/domain/insight/time-zone'
import type { RangeVerdict } from '~/domain/insight/usual-range'
import type { App } from '~/platform/context/context'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { verb } from '~/platform/verb/verb'
import { tellAlert } from './tell-alert.server'

/** Of the baseline and the day itself, each with the six days before it. */
const DAYS = 63
/** After midnight, so that trials of the last evening have ended or are idle. */
const SETTLED_MS = 2 * 3_600_000
/** An alert of which nothing can be told for so long is closed. */
const UNSURE_DAYS = 14

interface Judged {
  day: Day
  cells: DayCell[]
  accountDays: AccountDay[]
  earliest: Day
  watermark: number
}

/**
 * Judges the last finished day, once whatever the number of instances: opens an alert for each cause that is new, goes on
 * with those that are still outside, and closes those that are back. Simulated trials are left out.
 */
export const judgeYesterday = verb({ permission: 'system' }, async ({ ctx }): Promise<void> => {
  const { timeZone } = await workspaceSettings(ctx)
  const settled = new Date(ctx.now().getTime() - SETTLED_MS)
  const day = addDays(dayOf(settled, timeZone), -1)
  if (await isAlertDay(ctx.db, day)) return
  const judged = await readDay(ctx, day, timeZone)
  await ctx.db.transaction(async (tx) => {
    await lockNames(tx, ['alerts'])
    if (!(await insertAlertDay(tx, day, ctx.now()))) return
    const off = new Set((await listSwitchedOff(tx)).map(({ measure }) => measure))
    const open = await listOpenAlerts(tx)
    for (const alert of open) await goOn(tx, ctx, alert, { judged, isOff: off.has(alert.measure) })
    const known = new Set((await listOpenAlerts(tx)).map(keyOf))
    for (const measure of ALERT_MEASURES.filter((one) => !off.has(one))) {
      for (const cause of causesOf(judged, measure)) {
        const row = openedAlert(measure, cause, { judged, at: ctx.now() })
        if (known.has(keyOf(row))) continue
        await insertAlert(tx, row)
        await note(tx, ctx, row, 'opened', cause.verdict)
        await tellAlert(tx, ctx, row, 'opened')
      }
    }
  })
})

async function readDay(app: App, day: Day, timeZone: string): Promise<Judged> {
  await app.columns.catchUp()
  const { reader, at } = await app.columns.read()
  const { conversionWindowDays } = await workspaceSettings(app)
  const from = startOfDay(addDays(day, 1 - DAYS), timeZone)
  const until = startOfDay(addDays(day, 1), timeZone)
  const scope = boardScope({
    filter: { flagged: true, simulated: false },
    range: { from, until },
    clock: measureClock(at, conversionWindowDays),
    timeZone,
  })
  const cells = await readDayCells(reader, scope)
  const counted = { ...scope, filter: { ...scope.filter, flagged: false } }
  const accountDays = await readAccountDays(reader, counted)
  const earliest = cells.reduce((first, cell) => (cell.day < first ? cell.day : first), day)
  return { day, cells, accountDays, earliest, watermark: reader.asOfMs }
}

/** What opens an alert: trials of a demo or a channel, or an account. */
type FoundCause = Pick<AlertCause, 'direction' | 'verdict'> & Pick<AlertRow, 'demo' | 'channel' | 'account'>

function causesOf(judged: Judged, measure: AlertMeasure): FoundCause[] {
  if (measure === 'account-trials') {
    const anywhere = { direction: 'below' as const, demo: '', channel: '' }
    return findQuietAccounts(judged).map((found) => ({ ...anywhere, ...found }))
  }
  return findCauses({ ...judged, measure }).map(({ scope, ...found }) => ({
    ...found,
    ...scope,
    account: '',
  }))
}

const keyOf = ({ measure, direction, demo, channel, account }: AlertRow): string =>
  JSON.stringify([measure, direction, demo, channel, account])

function openedAlert(
  measure: AlertRow['measure'],
  { direction, verdict, demo, channel, account }: FoundCause,
  { judged: { day, watermark }, at }: { judged: Judged; at: Date },
): AlertRow {
  const id = uuidv7({ msecs: at.getTime() })
  const about = { measure, direction, demo, channel, account }
  return {
    id,
    ...about,
    state: 'open',
    firstDay: day,
    lastDay: day,
    verdict,
    watermark,
    openedAt: at,
    closedAt: null,
  }
}

/** What becomes of an alert that is open, on another day. */
async function goOn(
  tx: Executor,
  app: App,
  alert: AlertRow,
  { judged, isOff }: { judged: Judged; isOff: boolean },
): Promise<void> {
  const { day, watermark } = judged
  const { measure } = alert
  const verdict =
    measure === 'account-trials'
      ? judgeAccount(judged, alert.account)
      : judgeScope({ ...judged, measure }, alert)
  const kind = isOff ? 'switched-off' : fateOf(alert, verdict, day)
  if (kind === null) return
  const isClosed = kind !== 'continued'
  const known = kind === 'unsure' || kind === 'switched-off' ? {} : { verdict, watermark, lastDay: day }
  const change = { ...known, ...(isClosed && { state: 'closed' as const, closedAt: app.now() }) }
  await updateAlert(tx, alert.id, change)
  await note(tx, app, alert, kind, verdict)
  if (kind === 'recovered') await tellAlert(tx, app, { ...alert, ...change }, 'closed')
}

/** Null while nothing is told of it. Outside on the other side, it is another alert. */
function fateOf(alert: AlertRow, { verdict }: RangeVerdict, day: Day): AlertEntryKind | null {
  if (verdict === alert.direction) return 'continued'
  if (verdict !== 'cannot-tell') return 'recovered'
  return day > addDays(alert.lastDay, UNSURE_DAYS) ? 'unsure' : null
}

async function note(
  tx: Executor,
  { now }: Pick<App, 'now'>,
  { id: alertId }: AlertRow,
  kind: AlertEntryKind,
  verdict: RangeVerdict,
): Promise<void> {
  const at = now()
  await insertAlertEntry(tx, { id: uuidv7({ msecs: at.getTime() }), alertId, at, kind, verdict })
}
