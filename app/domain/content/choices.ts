import { z } from 'zod'
import { idSchema, textSchema } from '~/domain/demo/format/schema-values'

/** An option that demos name by its id and visitors by its name. The order of the list is the order on pages. */
const choiceSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  icon: z.string().max(60).optional(),
})
export type Choice = z.infer<typeof choiceSchema>

const choicesSchema = z
  .array(choiceSchema)
  .min(1)
  .max(60)
  .superRefine((choices, context) => {
    choices.forEach(({ id }, index) => {
      if (choices.findIndex((other) => other.id === id) === index) return
      context.addIssue({ code: 'custom', path: [index, 'id'], message: 'This id is used twice' })
    })
  })

/** The business settings in which demos play. */
export const scenariosSchema = z.strictObject({
  format: z.literal('foyer-scenarios/1'),
  scenarios: choicesSchema,
})
export type Scenarios = z.infer<typeof scenariosSchema>

/** The people whom demos are for. */
export const audiencesSchema = z.strictObject({
  format: z.literal('foyer-audiences/1'),
  audiences: choicesSchema,
})
export type Audiences = z.infer<typeof audiencesSchema>
