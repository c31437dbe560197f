import { sql } from 'drizzle-orm'
import type { ChosenSegment } from '~/domain/insight/segment/segment-rule'
import type { ColumnsReader } from '../columns-reader'
import { scopedTrials } from './scoped-trials'
import { readOne } from './read-one'
import { segmentVisitors } from './segment-visitors'

const EVER = { from: null, until: null }

/** How many visitors are in a segment, with or without those of whom there are only simulated trials. */
export async function readSegmentSize(
  reader: ColumnsReader,
  segment: ChosenSegment,
  { simulated }: { simulated: boolean },
): Promise<number> {
  const counted = scopedTrials(reader, { filter: { flagged: false, simulated }, range: EVER })
  const statement = sql`
    select count(*)::integer as count from ${segmentVisitors(reader, segment)} as one
    where one.visitor in (select trial.visitor from ${counted} as trial)`
  return (await readOne<{ count: number }>(reader, statement)).count
}
