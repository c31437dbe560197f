import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { account } from '#db/schema/account'

/** A subquery of the ids of an account and of all that were merged into it. Served by account_merged_idx. */
export function accountFamily(accountId: string): SQL {
  return sql`(
    with recursive family(id) as (
      select ${accountId}::uuid
      union
      select ${account}.id from ${account} join family on ${account}.merged_into = family.id
    )
    select id from family)`
}
