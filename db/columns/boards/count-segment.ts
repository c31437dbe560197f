import { sql } from 'drizzle-orm'
import type { ChosenSegment } from '~/domain/insight/segment/segment-rule'
import type { ColumnsReader } from '../columns-reader'
import { readOne } from './read-one'
import { segmentVisitors } from './segment-visitors'

/** How many visitors are in a segment. */
export async function readSegmentSize(reader: ColumnsReader, segment: ChosenSegment): Promise<number> {
  const statement = sql`select count(*)::integer as count from ${segmentVisitors(reader, segment)}`
  return (await readOne<{ count: number }>(reader, statement)).count
}
