import { v7 as uuidv7 } from 'uuid'
import type { Executor } from '#db/client'
import { listContactsOf } from '#db/queries/contacts'
import { insertCheck } from '#db/queries/address-checks'
import { isSimulatedVisitor } from '#db/queries/simulated-trials'
import { paths } from '~/paths'
import { browserOf } from '../context/context'
import type { Context, VisitorIdentity } from '../context/context'
import { domainOf } from './email-domains'
import { emailHash } from './email-hash'
import { mayMail } from '../mail/mail-allowance'
import { MAIL_WORDS } from '../mail/mail-words'
import { queueMail } from '../mail/queue-mail'
import { ownOrigin } from '../http/own-origin'
import { workspaceSettings } from '../context/workspace-settings'
import { viewOf } from './own-reports'
import { hashCode, hashLink, newCheckSecrets } from './check-secrets'

/**
 * The outcome of sending a verification message: it is on its way; it waits in the outbox because there is no mail
 * server; a limit held it back; or this browser verified the address before.
 */
export type CheckFate = 'sent' | 'waits' | 'held' | 'verified'

const HOUR_MS = 60 * 60 * 1000
/** How long a link and a code are valid. */
const CHECK_HOURS = 24

/**
 * Sends a link and a code to an address that a visitor typed, within the limits. The message contains nothing that was
 * typed, so that nobody can use it to write to strangers.
 */
export async function requestCheck(
  tx: Executor,
  ctx: Context,
  { visitor, email }: { visitor: VisitorIdentity; email: string },
): Promise<CheckFate> {
  if (await isSimulatedVisitor(tx, visitor.id)) return 'held'
  const hash = emailHash(email)
  const { verified } = viewOf(visitor, await listContactsOf(tx, visitor.id))
  if (verified.includes(hash)) return 'verified'
  if (!(await mayMail(tx, { ...ctx, visitor }, { purpose: 'check', address: hash }))) return 'held'
  const at = ctx.now()
  const expiresAt = new Date(at.getTime() + CHECK_HOURS * HOUR_MS)
  const id = uuidv7({ msecs: at.getTime() })
  const { link, code } = newCheckSecrets()
  await insertCheck(tx, {
    ...{ visitorId: visitor.id, id, browserId: browserOf(visitor) },
    ...{ emailHash: hash, domain: domainOf(email), createdAt: at, expiresAt },
    ...{ linkHash: hashLink(link), codeHash: hashCode(code, { id, secret: ctx.env.secret }) },
  })
  const { name: center } = await workspaceSettings(ctx)
  const href = ownOrigin(ctx.env) + paths.confirmAddress(link)
  const words = MAIL_WORDS[ctx.locale].verifyAddress({ center, href, code, hours: CHECK_HOURS })
  const message = { kind: 'verify-address' as const, to: email, locale: ctx.locale, words, at, expiresAt }
  await queueMail(tx, { ...message, visitorId: visitor.id })
  return ctx.env.mail === null ? 'waits' : 'sent'
}
