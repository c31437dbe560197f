import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { MeasureRules } from '~/domain/insight/measure-rules'

/** The sorted values that a median and its interval are made of: the two middle ones, and the ends of the interval. */
export const PLACES = ['below', 'above', 'low', 'high'] as const

/** The place of the interval's lower end among `size` values, counted from 1; null for fewer than six. As `medianRanks`. */
export const lowPlace = (size: SQL, { medianPlaces, z }: MeasureRules): SQL => sql`(
  case when ${size} <= ${medianPlaces.length} then nullif((${JSON.stringify(medianPlaces)}::json::integer[])[${size}], 0)
    else floor((${size} + 1 - ${z} * sqrt(${size})) / 2)::integer end)`

/** The places among `size` values, given that of the interval's lower end. */
export const placesOf = (size: SQL, low: SQL): Readonly<Record<(typeof PLACES)[number], SQL>> => ({
  below: sql`((${size} + 1) // 2)`,
  above: sql`(${size} // 2 + 1)`,
  low,
  high: sql`(${size} + 1 - ${low})`,
})
