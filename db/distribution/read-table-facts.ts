import type { ISql } from 'postgres'
import type { TableFacts } from './distribution-plan'

/** The tables of schema `public`; a partitioned table stands for its partitions. */
export async function readTableFacts(sql: ISql): Promise<TableFacts[]> {
  return sql<TableFacts[]>`
    select relname::text as name,
      exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'visitor_id' and attnotnull)
        as "namesVisitor",
      coalesce((
        select jsonb_agg((
          select coalesce(jsonb_agg(attname), '[]') from pg_attribute where attrelid = pg_class.oid and attnum = any(indkey)))
        from pg_index where indrelid = pg_class.oid and indisunique), '[]') as "uniqueKeys",
      coalesce((
        select jsonb_agg(distinct target.relname) from pg_constraint join pg_class as target on target.oid = confrelid
        where conrelid = pg_class.oid and contype = 'f' and conparentid = 0), '[]') as "refersTo"
    from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
    order by relname`
}
