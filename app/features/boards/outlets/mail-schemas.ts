import { z } from 'zod'
import { FREQUENCIES } from '~/domain/schedule/next-occurrence'

const MOST_READERS = 20

/** Addresses, one a line or with commas. */
const readers = z
  .string({ error: 'readers' })
  .max(4_000, 'readers')
  .transform((text) => [
    ...new Set(
      text
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter((one) => one !== ''),
    ),
  ])
  .pipe(z.array(z.email('readers').max(254, 'readers')).min(1, 'readers').max(MOST_READERS, 'readers'))

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most)

/** When a board is mailed, to whom. */
export const scheduleSchema = z.object({
  frequency: z.enum(FREQUENCIES),
  weekday: whole(1, 7).default(1),
  dayOfMonth: whole(1, 31).default(1),
  hour: whole(0, 23),
  readers,
})

export const MAIL_CHANGES = ['pause', 'resume', 'remove'] as const

export const changeSchema = z.object({ id: z.uuid(), change: z.enum(MAIL_CHANGES) })
