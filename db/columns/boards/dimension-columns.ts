import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Dimension } from '~/domain/insight/breakdown/dimensions'

/** The values of a row of `trial`; of the account, of a row of `member` joined to it. The oracle is `valueOn`. */
export const DIMENSION_COLUMNS: Readonly<Record<Dimension, SQL>> = {
  demo: sql`trial.demo`,
  revision: sql`trial.revision`,
  plan: sql`trial.plan`,
  role: sql`trial.role`,
  locale: sql`trial.locale`,
  channel: sql`trial.channel`,
  source: sql`trial.source`,
  campaign: sql`trial.campaign`,
  keyword: sql`trial.term`,
  device: sql`trial.device`,
  account: sql`member.account::varchar`,
  visitors: sql`case when trial.earlier_trials > 0 then 'returning' else 'new' end`,
  beginning: sql`(case when trial.restarted_from is not null then 'restarted' when trial.embed_host <> '' then 'embed'
    when trial.share <> '' then 'shared-link' when trial.channel <> 'unknown' then 'fresh' end)`,
  entry: sql`trial.entry`,
}
