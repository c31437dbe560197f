import type { Thing } from '~/domain/content/references/reference'
import type { Text } from '~/domain/text'

/** Something that a form can name: its id, its name, and how many live documents name it. */
export interface FormChoice {
  id: string
  name: Text | null
  uses: number
}

export type FormChoices = Partial<Record<Thing, FormChoice[]>>
