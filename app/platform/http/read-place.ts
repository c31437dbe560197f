import { z } from 'zod'
import { instantSchema } from '~/domain/instant-schema'
import type { IgnoredParameter } from '~/domain/ignored-parameter'
import { readQuery } from './read-query'

const placeSchema = z.object({ at: instantSchema.optional(), id: z.uuid().optional() })

/** The position in a list, as `paths` writes it. An invalid one leads to the first page and is reported. */
export function readPlace({ searchParams }: URL): {
  place: { at: string; id: string } | undefined
  leftOut: IgnoredParameter[]
} {
  const { leftOut } = readQuery(placeSchema, Object.fromEntries(searchParams))
  const [at, id] = [searchParams.get('at'), searchParams.get('id')]
  return { place: leftOut.length === 0 && at && id ? { at, id } : undefined, leftOut }
}
