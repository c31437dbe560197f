import { z } from 'zod'
import { ALERT_MEASURES } from '~/domain/insight/alerts/alert-measures'

export const alertIdSchema = z.object({ id: z.uuid() })

export const switchSchema = z.object({
  measure: z.enum(ALERT_MEASURES),
  on: z.stringbool(),
})

export const readerSchema = z.object({ wanted: z.stringbool() })

export const URL_LENGTH = 500

export const webhookSchema = z.object({
  url: z.string({ error: 'required' }).trim().min(1, 'required').max(URL_LENGTH, 'tooLong'),
})

export const webhookIdSchema = z.object({ id: z.uuid() })
