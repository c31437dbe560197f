import { z } from 'zod'
import type { Executor } from '#db/client'
import { findCheckByLink } from '#db/queries/address-checks'
import type { AddressCheckRow } from '#db/queries/address-checks'
import { DomainError } from '~/domain/errors'
import { hashLink } from '~/platform/addresses/check-secrets'

/** What the link of a message brings. */
export const confirmLinkSchema = z.strictObject({ link: z.string().max(200) })

/** The check that a link opens. @throws DomainError `not-found` for one that is unknown, used or too old */
export async function openCheck(
  tx: Executor,
  link: string,
  now: Date,
  find = findCheckByLink,
): Promise<AddressCheckRow> {
  const check = await find(tx, hashLink(link))
  if (check && check.linkUsedAt === null && check.expiresAt > now) return check
  throw new DomainError('not-found', 'This link is not valid any more.')
}
