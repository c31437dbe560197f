import { desc, eq } from 'drizzle-orm'
import type { Database } from '#db/client'
import { mail } from '#db/schema/mail'
import { readEmailAddress } from '~/domain/email-address'
import { confirmAddress } from '~/features/addresses/confirm-address.server'
import type { Context } from '~/platform/context/context'

/** The link and the code of the message that went to an address last. */
export async function secretsSentTo(db: Database, address: string): Promise<{ link: string; code: string }> {
  const to = readEmailAddress(address)?.address ?? address
  const [last] = await db.select().from(mail).where(eq(mail.to, to)).orderBy(desc(mail.id)).limit(1)
  const link = /\/confirm\/(\S+)/.exec(last?.text ?? '')?.[1]
  const code = /\b(\d{8})\b/.exec((last?.text ?? '').replace(/\S*\/confirm\/\S+/, ''))?.[1]
  if (!link || !code) throw new Error(`No message with a link and a code went to ${address}.`)
  return { link, code }
}

/** This browser opens the link of the message that went to an address, and confirms. */
export async function verifyByLink(ctx: Context, address: string): Promise<void> {
  const { link } = await secretsSentTo(ctx.db, address)
  await confirmAddress({ ctx, input: { link } })
}
