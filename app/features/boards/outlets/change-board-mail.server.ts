import { deleteBoardMail, findBoardMail, updateBoardMail } from '#db/queries/board-mails'
import { DomainError } from '~/domain/errors'
import { nextOccurrence } from '~/domain/schedule/next-occurrence'
import { workspaceTimeZone } from '~/platform/context/workspace-settings'
import { verb } from '~/platform/verb/verb'
import { changeSchema } from './mail-schemas'

/** Pauses, resumes or removes the mail of a board. What was due while it was paused is not sent. */
export const changeBoardMail = verb(
  {
    permission: 'shares.manage',
    input: changeSchema,
    audit: ['board-mail.pause', 'board-mail.resume', 'board-mail.remove'],
  },
  async ({ ctx, input: { id, change }, audit }): Promise<void> => {
    const timeZone = await workspaceTimeZone(ctx)
    const at = ctx.now()
    await ctx.db.transaction(async (tx) => {
      const row = await findBoardMail(tx, id)
      if (!row) throw new DomainError('not-found', 'This board is not mailed.')
      if (change === 'remove') await deleteBoardMail(tx, id)
      else if (change === 'pause') await updateBoardMail(tx, id, { pausedAt: at })
      else await updateBoardMail(tx, id, { pausedAt: null, nextAt: nextOccurrence(row, at, timeZone) })
      await audit(tx, `board-mail.${change}`, { subject: id, at, data: { note: row.board } })
    })
  },
)
