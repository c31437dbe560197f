import { z } from 'zod'
import { listOpenChecks, lockCheck, updateCheck } from '#db/queries/address-checks'
import { lockNames } from '#db/queries/locks'
import { DomainError } from '~/domain/errors'
import { addressName } from '~/platform/addresses/address-name'
import { isCode } from '~/platform/addresses/check-secrets'
import { verifyAddress } from '~/platform/addresses/verify-address'
import { browserOf } from '~/platform/context/context'
import type { Context, VisitorIdentity } from '~/platform/context/context'
import { verb } from '~/platform/verb/verb'

/** Most codes that one check accepts. */
export const MOST_CODES = 5

const inputSchema = z.strictObject({ code: z.string().max(40) })

/**
 * Verifies an address that was typed in this browser by the code of the message that went to it. A check takes five codes.
 *
 * @throws DomainError `not-found` for a browser without an id; `invalid-input` with the reason `wrong-code`, or `no-check`
 *   when none waits for a code
 */
export const enterCode = verb(
  { permission: 'visitor', input: inputSchema },
  async ({ ctx, input }): Promise<void> => {
    const { visitor } = ctx
    const code = input.code.normalize('NFKC').replace(/\D/g, '')
    // A wrong code is counted, so the refusal must not take the count back with the transaction.
    const refused = await tryCode(ctx, visitor, code)
    if (refused === null) return
    const message =
      refused === 'no-check' ? 'No message waits for a code: ask for a new one.' : 'The code is wrong.'
    throw new DomainError('invalid-input', message, { reason: refused, issues: [{ at: 'code', message }] })
  },
)

async function tryCode(
  ctx: Context,
  visitor: VisitorIdentity,
  code: string,
): Promise<'wrong-code' | 'no-check' | null> {
  const at = ctx.now()
  const { secret } = ctx.env
  return ctx.db.transaction(async (tx) => {
    await lockNames(tx, [`codes:${visitor.id}`])
    const open = await listOpenChecks(tx, { visitorId: visitor.id, browserId: browserOf(visitor) }, at)
    await lockNames(
      tx,
      open.map(({ emailHash }) => addressName(emailHash)),
    )
    const checks = open.filter(({ codesTried }) => codesTried < MOST_CODES)
    if (checks.length === 0) return 'no-check'
    const found = checks.find(({ id, codeHash }) => isCode(code, codeHash, { id, secret }))
    const check = found && (await lockCheck(tx, found))
    if (!check) {
      for (const tried of checks) await updateCheck(tx, tried, { codesTried: tried.codesTried + 1 })
      return 'wrong-code'
    }
    await updateCheck(tx, check, { codeUsedAt: at })
    await verifyAddress(tx, { visitor, address: check, at })
    return null
  })
}
