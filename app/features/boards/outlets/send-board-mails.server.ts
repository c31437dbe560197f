import type { Executor } from '#db/client'
import {
  listBoardMailReaders,
  lockDueBoardMail,
  setReaderMail,
  updateBoardMail,
  type BoardMailRow,
} from '#db/queries/board-mails'
import { findPerson } from '#db/queries/people'
import { isAllowed } from '~/domain/access/permissions'
import { nextOccurrence } from '~/domain/schedule/next-occurrence'
import type { Context } from '~/platform/context/context'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { ownOrigin } from '~/platform/http/own-origin'
import { fixedT } from '~/platform/language/i18n'
import type { MailWords } from '~/platform/mail/mail-language'
import { queueMail } from '~/platform/mail/queue-mail'
import { verb } from '~/platform/verb/verb'
import { paths } from '~/paths'
import { boardFormat } from '../figures/board-format'
import { readBoardTables } from '../tables/read-board-tables.server'
import { boardPath } from './board-path'
import { outletContext } from './outlet-context'
import { readableBoard } from './readable-board'
import { unsubscribeToken } from './unsubscribe-token'

/** Rows of a table in a message. */
const MOST_ROWS = 15

/**
 * Queues the mail of every board that is due. Each occurrence is handled in one transaction with its messages, so that it is sent
 * once, whatever restarts and however many instances there are. An owner who may no longer read boards ends it.
 */
export const sendBoardMails = verb({ permission: 'system' }, async ({ ctx }): Promise<void> => {
  while (await ctx.db.transaction((tx) => sendNext(tx, ctx)));
})

/** False when none is due. */
async function sendNext(tx: Executor, ctx: Context): Promise<boolean> {
  const at = ctx.now()
  const row = await lockDueBoardMail(tx, at)
  if (!row) return false
  const { timeZone } = await workspaceSettings(ctx)
  const owner = await findPerson(tx, row.ownerId)
  const may =
    owner !== null && isAllowed(owner.roles, 'boards.read') && isAllowed(owner.roles, 'shares.manage')
  const sent = may ? await sendTo(tx, ctx, row) : 0
  const lastResult = may ? (sent === 0 ? 'nobody' : 'sent') : 'owner'
  const nextAt = nextOccurrence(row, at, timeZone)
  const change = { lastAt: row.nextAt, lastResult, nextAt, ...(may ? {} : { pausedAt: at }) }
  await updateBoardMail(tx, row.id, change)
  return true
}

async function sendTo(tx: Executor, ctx: Context, row: BoardMailRow): Promise<number> {
  const readers = (await listBoardMailReaders(tx, [row.id])).filter((one) => one.unsubscribedAt === null)
  if (readers.length === 0) return 0
  const words = await wordsOf(ctx, row)
  const { locale } = row
  const t = fixedT(locale, 'outlets')
  for (const { email, boardMailId } of readers) {
    const token = unsubscribeToken(ctx.env.secret, row.id, email)
    const unsubscribe = hrefOf(ctx, paths.unsubscribe(token))
    const after = [t('mail.why', { owner: row.ownerName }), t('mail.unsubscribe'), unsubscribe]
    const id = await queueMail(tx, {
      kind: 'board',
      to: email,
      locale,
      at: ctx.now(),
      words: { ...words, after },
      unsubscribe,
    })
    await setReaderMail(tx, { boardMailId, email }, id)
  }
  return readers.length
}

const hrefOf = ({ env }: Pick<Context, 'env'>, path: string): string => ownOrigin(env) + path

async function wordsOf(
  ctx: Context,
  { board, parameters, locale }: BoardMailRow,
): Promise<Omit<MailWords, 'after'>> {
  const tables = await readBoardTables({
    ctx: outletContext({ ...ctx, locale }),
    input: { board, parameters },
  })
  const t = fixedT(locale, 'outlets')
  const format = boardFormat(locale, tables.timeZone)
  const read = readableBoard(tables, { t, format }, MOST_ROWS)
  const { name: center } = await workspaceSettings(ctx)
  const asOf = String(tables.watermark)
  return {
    subject: t('mail.subject', { title: read.title, center }),
    lines: [
      read.period,
      ...read.figures.map(({ label, value, detail }) => `${label}: ${value}${detail && ` (${detail})`}`),
    ],
    tables: read.tables.filter(({ name }) => name !== 'trend'),
    link: {
      label: t('mail.open'),
      href: hrefOf(ctx, boardPath({ board, parameters: { ...parameters, asOf } })),
    },
  }
}
