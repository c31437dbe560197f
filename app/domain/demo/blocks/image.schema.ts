import { z } from 'zod'
import { strict } from '../strict'
import { blockBase, celSchema, eventNameSchema, needsSchema, textSchema } from '../schema-values'

const percent = z.number().min(0).max(100)

/** A place on the picture that can be pressed, in percent of its width and height. */
const hotspotSchema = strict({
  x: percent,
  y: percent,
  width: percent,
  height: percent,
  label: textSchema,
  send: eventNameSchema,
  if: celSchema.optional(),
  needs: needsSchema,
})

/** A picture kept beside the demo (`images/<src>`), with its size in pixels so that nothing jumps when it loads. */
export const imageSchema = strict({
  ...blockBase,
  src: z
    .string()
    .max(120)
    .regex(
      /^[a-z0-9][a-z0-9._-]*\.(png|jpg|jpeg|webp|avif|svg)$/,
      'Write the name of a picture beside the demo, e.g. scanner.webp',
    ),
  alt: textSchema,
  width: z.number().int().min(1).max(8000),
  height: z.number().int().min(1).max(8000),
  hotspots: z.array(hotspotSchema).max(12).optional(),
})
export type ImageBlock = z.infer<typeof imageSchema>
