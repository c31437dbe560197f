import { z } from 'zod'
import { strict } from '../strict'
import { blockBase, celSchema, eventNameSchema, needsSchema, textSchema } from '../schema-values'

const start = (what: string) => z.number().min(0).max(99).describe(`${what}, in percent`)
const extent = (what: string) => z.number().min(1).max(100).describe(`${what}, in percent`)

/** A place on the picture that can be pressed, in percent of its width and height: it begins inside and has an extent. */
const hotspotSchema = strict({
  x: start('From the left'),
  y: start('From the top'),
  width: extent('Width'),
  height: extent('Height'),
  label: textSchema.describe('What pressing it does'),
  send: eventNameSchema,
  if: celSchema.optional().describe('The place is there only while this holds'),
  needs: needsSchema,
})

/** A picture or drawing of the library, with its size in pixels so that nothing jumps when it loads. */
export const imageSchema = strict({
  ...blockBase,
  src: z
    .string()
    .max(120)
    .regex(
      /^[a-z0-9][a-z0-9._-]*\.(png|jpg|jpeg|webp|avif|svg)$/,
      'Write the name of a picture as Media shows it, e.g. scanner-3f9a1c2b4d5e6f70.webp',
    )
    .describe('Name of the picture in the library'),
  alt: textSchema.describe('What can be seen on it'),
  width: z.number().int().min(1).max(8000).describe('Its width in pixels'),
  height: z.number().int().min(1).max(8000).describe('Its height in pixels'),
  hotspots: z.array(hotspotSchema).max(12).optional().describe('Places that can be pressed'),
})
export type ImageSpec = z.infer<typeof imageSchema>
