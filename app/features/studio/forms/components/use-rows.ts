import { isJsonObject } from '~/domain/json'
import type { Json } from '~/domain/json'
import { useValue } from './form-model'

/** The items of a list of the document, each as a map. */
export function useRows(key: string): Record<string, Json>[] {
  const value = useValue([key])
  return Array.isArray(value) ? value.map((row) => (isJsonObject(row) ? row : {})) : []
}
