import type { Executor } from '#db/client'
import { insertAsk } from '#db/queries/asks'
import { isSimulatedVisitor } from '#db/queries/simulated-trials'
import type { AskKind } from '#db/schema/ask'
import { paths } from '~/paths'
import { browserOf } from '../context/context'
import type { Context, VisitorIdentity } from '../context/context'
import { MOST_NOTICES_AN_HOUR, howToNotify, mayMail } from '../mail/mail-allowance'
import { MAIL_WORDS } from '../mail/mail-words'
import { queueMail } from '../mail/queue-mail'
import { ownOrigin } from '../http/own-origin'
import { workspaceSettings } from '../context/workspace-settings'

export interface NewAsk {
  id: string
  kind: AskKind
  contact: { name: string; email: string; company: string; message: string }
  plan: string | null
  trialId: string | null
  /** The moment of the trial at which it was asked. */
  atState?: string
  atSeq?: number
}

/** Records an ask and notifies the person responsible. The ask is recorded even if nobody is notified. */
export async function recordAsk(
  tx: Executor,
  ctx: Context,
  { visitor, ask }: { visitor: VisitorIdentity; ask: NewAsk },
): Promise<void> {
  const { id, kind, contact, plan, trialId, atState, atSeq } = ask
  const { name, email, company, message } = contact
  const at = ctx.now()
  await insertAsk(tx, {
    ...{ visitorId: visitor.id, id, browserId: browserOf(visitor), kind, plan, trialId },
    ...{ name, email, company, message, locale: ctx.locale, at, atState, atSeq },
  })
  await notifyTeam(tx, ctx, { visitor, ask })
}

async function notifyTeam(
  tx: Executor,
  ctx: Context,
  { visitor, ask }: { visitor: VisitorIdentity; ask: NewAsk },
): Promise<void> {
  const { asks, name: center, locales } = await workspaceSettings(ctx)
  if (!asks || (await isSimulatedVisitor(tx, visitor.id))) return
  const { notify } = asks
  const locale = locales[0] ?? 'en'
  if (!(await mayMail(tx, { ...ctx, visitor }, { purpose: 'ask', address: visitor.id }))) return
  const how = await howToNotify(tx, ctx)
  if (how === 'not') return
  const { id, kind, plan, contact } = ask
  const facts = { center, href: ownOrigin(ctx.env) + (how === 'one' ? paths.ask(id) : paths.asks()) }
  const words =
    how === 'one'
      ? MAIL_WORDS[locale].newAsk({ ...facts, kind, plan, ...contact })
      : MAIL_WORDS[locale].manyAsks({ ...facts, most: MOST_NOTICES_AN_HOUR })
  await queueMail(tx, { kind: 'new-ask', to: notify, visitorId: visitor.id, locale, words, at: ctx.now() })
}
