import type { ISql } from 'postgres'

/** How the changes of a table are named for the columnar copies. */
export interface Namer {
  table: string
  kind: string
  /** The columns that hold the visitor and the id of a name. */
  visitor: string
  id: string
}

/**
 * Which tables have triggers that name changed rows, read from the functions of these triggers, since migrations alone say it.
 */
export async function listNamers(sql: ISql): Promise<Namer[]> {
  const functions = await sql<{ table: string; body: string }[]>`
    select tgrelid::regclass::text as table, prosrc as body
    from pg_trigger join pg_proc on pg_proc.oid = tgfoid
    where tgname = 'name_insert' and tgparentid = 0
    order by 1`
  return functions.map(({ table, body }) => {
    const found = /SELECT (\w+), '(\w+)', (\w+) FROM touched/i.exec(body)
    const [, visitor, kind, id] = found ?? []
    if (!visitor || !kind || !id)
      throw new Error(`The trigger of ${table} does not say how its rows are named`)
    return { table, kind, visitor, id }
  })
}

/** The statements of a trigger that names each changed row by itself, and the old name of a row that got another one. */
export function nameRowsOf({ table, kind, visitor, id }: Namer): string {
  const name = (row: 'NEW' | 'OLD') =>
    `INSERT INTO public.changed (visitor_id, kind, id) VALUES (${row}.${visitor}, '${kind}', ${row}.${id});`
  return `
    CREATE OR REPLACE FUNCTION public.name_row_of_${table}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $body$
    BEGIN
      IF TG_OP = 'DELETE' THEN
        ${name('OLD')}
      ELSE
        IF TG_OP = 'UPDATE' THEN
          IF (OLD.${visitor}, OLD.${id}) IS DISTINCT FROM (NEW.${visitor}, NEW.${id}) THEN
            ${name('OLD')}
          END IF;
        END IF;
        ${name('NEW')}
      END IF;
      RETURN NULL;
    END $body$;
    CREATE TRIGGER name_row AFTER INSERT OR UPDATE OR DELETE ON public.${table}
    FOR EACH ROW EXECUTE FUNCTION public.name_row_of_${table}()`
}
