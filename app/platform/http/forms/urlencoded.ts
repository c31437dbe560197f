import { BodyRefusal } from './body-refusal'
import type { SentField } from './sent-field'

const AMPERSAND = 38

/** The fields of an `application/x-www-form-urlencoded` body. Fields beyond `most` are counted, not parsed. */
export function parseUrlencoded(body: Buffer, most: number): SentField[] {
  let count = 1
  for (let at = body.indexOf(AMPERSAND); at !== -1; at = body.indexOf(AMPERSAND, at + 1)) {
    count += 1
    if (count > most) throw new BodyRefusal(413, `A form may have at most ${most} fields.`)
  }
  return [...new URLSearchParams(body.toString('utf8'))].map(([name, value]) => ({ name, value }))
}
