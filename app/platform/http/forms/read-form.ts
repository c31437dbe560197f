import type { z } from 'zod'
import { bodyLimitOf } from '../body-limits'
import { BodyRefusal } from './body-refusal'
import { fieldNamesOf, MOST_FIELDS } from './field-names'
import { boundaryOf, parseMultipart } from './multipart'
import { readBytes } from './read-bytes'
import type { SentField, SentFile } from './sent-field'
import { parseUrlencoded } from './urlencoded'

/** Submitted form values by name. Empty fields are absent. */
export type FormFields = Record<string, string | SentFile | (string | SentFile)[]>

/**
 * Reads the form in a request. Only names in the schema are accepted, each once or up to the maximum length of its
 * list, so that unknown fields cost nothing beyond one look.
 *
 * @throws BodyRefusal for a body that is too large, has too many fields or is not a form; for a name that is unknown or
 *   sent too often
 */
export async function readForm(request: Request, schema: z.ZodType): Promise<FormFields> {
  const names = fieldNamesOf(schema)
  const most = Math.max(MOST_FIELDS, sum(names.values()))
  const body = await readBytes(request, bodyLimitOf(new URL(request.url).pathname))
  const sent = body.length === 0 ? [] : parse(body, request.headers.get('content-type') ?? '', most)
  return collect(sent, names)
}

function parse(body: Buffer, contentType: string, most: number): SentField[] {
  if (/^application\/x-www-form-urlencoded *(;|$)/i.test(contentType)) return parseUrlencoded(body, most)
  if (/^multipart\/form-data *;/i.test(contentType))
    return parseMultipart(body, boundaryOf(contentType), most)
  throw new BodyRefusal(415, 'Send form data.')
}

function collect(sent: SentField[], names: ReadonlyMap<string, number>): FormFields {
  const byName = new Map<string, SentField['value'][]>()
  for (const { name, value } of sent) {
    const times = names.get(name)
    if (times === undefined) throw refusal(name, 'This form has no such field.')
    const values = byName.get(name) ?? []
    if (values.length >= times) throw refusal(name, times === 1 ? 'Send it once.' : `Send at most ${times}.`)
    values.push(value)
    byName.set(name, values)
  }
  const given = [...byName].map(([name, values]) => [name, values.filter((value) => value !== '')] as const)
  return Object.fromEntries(
    given.flatMap(([name, values]) => {
      if (values.length === 0) return []
      return [[name, names.get(name) === 1 ? (values[0] ?? '') : values]]
    }),
  )
}

const SHOWN_NAME = 60

function refusal(name: string, what: string): BodyRefusal {
  return new BodyRefusal(400, `The field “${name.slice(0, SHOWN_NAME)}”: ${what}`)
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, one) => total + one, 0)
