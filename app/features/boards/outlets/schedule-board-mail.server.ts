import { v7 as uuidv7 } from 'uuid'
import { insertBoardMail } from '#db/queries/board-mails'
import { listPeople } from '#db/queries/people'
import { isAllowed } from '~/domain/access/permissions'
import { DomainError } from '~/domain/errors'
import { nextOccurrence } from '~/domain/schedule/next-occurrence'
import type { Context } from '~/platform/context/context'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { verb } from '~/platform/verb/verb'
import { readBoardTables } from '../tables/read-board-tables.server'
import { scheduleSchema } from './mail-schemas'
import { outletContext } from './outlet-context'
import { refusePersonal, rollingParameters, boardViewSchema } from './outlet-view.server'
import { hashUnsubscribeToken, unsubscribeToken } from './unsubscribe-token'

const inputSchema = boardViewSchema.extend(scheduleSchema.shape)

/**
 * Mails a view of a board again and again, in the language of who asks.
 * @throws DomainError `invalid-input` for an address that the settings do not allow, or a view that may not leave
 */
export const scheduleBoardMail = verb(
  { permission: 'shares.manage', input: inputSchema, audit: ['board-mail.create'], mayNeed: ['boards.read'] },
  async ({ ctx, input, audit, need }): Promise<{ id: string }> => {
    need('boards.read')
    refusePersonal(input)
    await refuseReaders(ctx, input.readers)
    const { board, frequency, hour, readers } = input
    const parameters = rollingParameters(input.parameters)
    await readBoardTables({ ctx: outletContext(ctx), input: { board, parameters } })
    const at = ctx.now()
    const id = uuidv7({ msecs: at.getTime() })
    const weekday = frequency === 'weekly' ? input.weekday : null
    const dayOfMonth = frequency === 'monthly' ? input.dayOfMonth : null
    const { timeZone } = await workspaceSettings(ctx)
    const nextAt = nextOccurrence({ frequency, weekday, dayOfMonth, hour }, at, timeZone)
    const owner = ctx.actor.kind === 'staff' ? ctx.actor : { id: '', name: '' }
    await ctx.db.transaction(async (tx) => {
      await insertBoardMail(
        tx,
        {
          ...{ id, board, parameters, locale: ctx.locale, frequency, weekday, dayOfMonth, hour, nextAt },
          ...{ ownerId: owner.id, ownerName: owner.name, createdAt: at },
        },
        readers.map((email) => ({
          email,
          tokenHash: hashUnsubscribeToken(unsubscribeToken(ctx.env.secret, id, email)),
        })),
      )
      const data = { note: `${board} · ${frequency}`, readers: readers.length }
      await audit(tx, 'board-mail.create', { subject: id, at, data })
    })
    return { id }
  },
)

/** Staff who may read boards, and what the settings name: an address, or `@` and its host. */
async function refuseReaders(ctx: Context, readers: readonly string[]): Promise<void> {
  const { boards } = await workspaceSettings(ctx)
  const allowed = new Set(boards?.mailTo.map((one) => one.toLowerCase()))
  const staff = (await listPeople(ctx.db)).filter(({ roles }) => isAllowed(roles, 'boards.read'))
  for (const { email } of staff) allowed.add(email.toLowerCase())
  const wrong = readers.find(
    (email) => !allowed.has(email) && !allowed.has(email.slice(email.lastIndexOf('@'))),
  )
  if (wrong === undefined) return
  throw new DomainError('invalid-input', 'notAllowed', { issues: [{ at: 'readers', message: 'notAllowed' }] })
}
