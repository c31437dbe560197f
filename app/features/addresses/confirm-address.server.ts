import { z } from 'zod'
import type { Executor } from '#db/client'
import { findCheckByLink, lockCheckByLink, updateCheck } from '#db/queries/address-checks'
import type { AddressCheckRow } from '#db/queries/address-checks'
import { holdNames } from '#db/queries/locks'
import { insertVisitor } from '#db/queries/visitors'
import { DomainError } from '~/domain/errors'
import { addressName } from '~/platform/addresses/address-name'
import { hashLink } from '~/platform/addresses/check-secrets'
import { verifyAddress } from '~/platform/addresses/verify-address'
import type { VerbArgs } from '~/platform/context/context'
import { parseInput } from '~/platform/http/parse-input'

const inputSchema = z.strictObject({ link: z.string().max(200) })
type Input = z.input<typeof inputSchema>

/**
 * Whether a link of a message can still be used. Changes nothing: previews of links open them, too.
 * @throws DomainError `not-found` for a link that is unknown, used or too old
 */
export async function readConfirmLink({ ctx, input }: VerbArgs<Input>): Promise<void> {
  const { link } = parseInput(inputSchema, input)
  await openCheck(ctx.db, link, ctx.now())
}

/**
 * Verifies the address of a link for the browser that opened it, be it another one than that in which it was typed. Serves
 * once.
 *
 * @throws DomainError `not-found` as `readConfirmLink`, and for a browser without an id
 */
export async function confirmAddress({ ctx, input }: VerbArgs<Input>): Promise<void> {
  const { visitor } = ctx
  if (!visitor) throw new DomainError('not-found', 'This browser has no id.')
  const { link } = parseInput(inputSchema, input)
  const at = ctx.now()
  await ctx.db.transaction(async (tx) => {
    await holdNames(tx, [addressName((await openCheck(tx, link, at)).emailHash)])
    const check = await openCheck(tx, link, at, lockCheckByLink)
    await updateCheck(tx, check, { linkUsedAt: at })
    const consent = visitor.persistent ? 'granted' : 'unset'
    await insertVisitor(tx, { visitorId: visitor.id, firstSeenAt: at, consent })
    await verifyAddress(tx, { visitor, address: check, at })
  })
}

/** The name of the address is held before the check, as everybody does who erases. */
async function openCheck(
  tx: Executor,
  link: string,
  now: Date,
  find = findCheckByLink,
): Promise<AddressCheckRow> {
  const check = await find(tx, hashLink(link))
  if (check && check.linkUsedAt === null && check.expiresAt > now) return check
  throw new DomainError('not-found', 'This link is not valid any more.')
}
