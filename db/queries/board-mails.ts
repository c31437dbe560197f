import { and, asc, eq, inArray, isNull, lte } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { boardMail, boardMailReader } from '#db/schema/board-outlet'
import { mail } from '#db/schema/mail'
import type { MailState } from '#db/schema/mail'

export type BoardMailRow = typeof boardMail.$inferSelect
export type BoardMailReaderRow = typeof boardMailReader.$inferSelect

/** Served by the primary keys. */
export async function insertBoardMail(
  db: Executor,
  row: typeof boardMail.$inferInsert,
  readers: readonly Omit<typeof boardMailReader.$inferInsert, 'boardMailId'>[],
): Promise<void> {
  await db.insert(boardMail).values(row)
  await db.insert(boardMailReader).values(readers.map((reader) => ({ ...reader, boardMailId: row.id })))
}

/** Every schedule. Reads the table, which has few. */
export async function listBoardMailRows(db: Executor): Promise<BoardMailRow[]> {
  return db.select().from(boardMail).orderBy(asc(boardMail.createdAt), asc(boardMail.id))
}

/** The readers of some schedules, with what became of the last message to each. Served by the primary keys. */
export async function listBoardMailReaders(
  db: Executor,
  ids: readonly string[],
): Promise<(BoardMailReaderRow & { state: MailState | null; problem: string | null })[]> {
  if (ids.length === 0) return []
  const { boardMailId, email, tokenHash, mailId, unsubscribedAt } = boardMailReader
  return db
    .select({
      boardMailId,
      email,
      tokenHash,
      mailId,
      unsubscribedAt,
      state: mail.state,
      problem: mail.problem,
    })
    .from(boardMailReader)
    .leftJoin(mail, eq(mail.id, boardMailReader.mailId))
    .where(inArray(boardMailReader.boardMailId, [...ids]))
    .orderBy(boardMailReader.email)
}

/** The schedule that is due for longest, locked: two instances never take the same. Served by board_mail_next_idx. */
export async function lockDueBoardMail(db: Executor, now: Date): Promise<BoardMailRow | null> {
  const rows = await db
    .select()
    .from(boardMail)
    .where(and(isNull(boardMail.pausedAt), lte(boardMail.nextAt, now)))
    .orderBy(asc(boardMail.nextAt))
    .limit(1)
    .for('update', { skipLocked: true })
  return rows[0] ?? null
}

/** Null when there is none. Served by the primary key. */
export async function updateBoardMail(
  db: Executor,
  id: string,
  change: Partial<Omit<BoardMailRow, 'id'>>,
): Promise<BoardMailRow | null> {
  const rows = await db.update(boardMail).set(change).where(eq(boardMail.id, id)).returning()
  return rows[0] ?? null
}

/** Served by the primary key. */
export async function findBoardMail(db: Executor, id: string): Promise<BoardMailRow | null> {
  const rows = await db.select().from(boardMail).where(eq(boardMail.id, id))
  return rows[0] ?? null
}

/** Deletes a schedule with its readers. Served by the primary key. */
export async function deleteBoardMail(db: Executor, id: string): Promise<void> {
  await db.delete(boardMail).where(eq(boardMail.id, id))
}

/** Served by the primary key. */
export async function setReaderMail(
  db: Executor,
  { boardMailId, email }: Pick<BoardMailReaderRow, 'boardMailId' | 'email'>,
  mailId: string,
): Promise<void> {
  await db
    .update(boardMailReader)
    .set({ mailId })
    .where(and(eq(boardMailReader.boardMailId, boardMailId), eq(boardMailReader.email, email)))
}

/** Null when nobody has this token. Served by board_mail_reader_token_key. */
export async function unsubscribeReader(
  db: Executor,
  tokenHash: string,
  at: Date,
): Promise<{ email: string } | null> {
  const rows = await db
    .update(boardMailReader)
    .set({ unsubscribedAt: at })
    .where(eq(boardMailReader.tokenHash, tokenHash))
    .returning({ email: boardMailReader.email })
  return rows[0] ?? null
}
