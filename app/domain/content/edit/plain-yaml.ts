import { readYamlSource } from '~/domain/demo/format/yaml-source'
import type { Json } from '~/domain/json'

/** The value of a YAML text; undefined when it cannot be read. An empty text is an empty map. */
export function plainYaml(source: string): Json | undefined {
  const read = readYamlSource(source)
  return 'problems' in read ? undefined : ((read.value ?? {}) as Json)
}
