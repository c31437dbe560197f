import { listOpenAlerts } from '#db/queries/alerts'
import { verb } from '~/platform/verb/verb'
import { explainVerdict } from './describe-alert'
import { alertWords } from './tell-alert.server'

/** The accounts with an open alert, each with the numbers that explain it in the reader's language. */
export const listQuietNotes = verb(
  { permission: 'boards.read' },
  async ({ ctx }): Promise<{ account: string; text: string }[]> => {
    const alerts = (await listOpenAlerts(ctx.db)).filter(({ account }) => account !== '')
    return Promise.all(
      alerts.map(async (alert) => {
        const words = await alertWords(ctx, alert, ctx.locale)
        return { account: alert.account, text: explainVerdict(alert, alert.verdict, words) }
      }),
    )
  },
)
