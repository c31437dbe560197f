import { LineCounter, parseDocument } from 'yaml'
import { makePlaces, type LineColumn } from '~/domain/demo/format/source-places'

/**
 * Finds the place of a path such as `machine.states.pick.on.SHIP.0` in a YAML text; of a missing path, that of its
 * nearest parent.
 */
export function yamlPlaces(source: string): (at: string) => LineColumn | null {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: false })
  const places = makePlaces(document, lines)
  return (at) => places.value(at === '' ? [] : at.split('.'))
}
