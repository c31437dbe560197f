import type { Comparison, WorldDifference } from '~/domain/demo/compare/compare'
import { isJsonObject, own, type Json } from '~/domain/json'
import { Presenter } from '~/domain/demo/screen/presenter'
import { makeReader } from '~/domain/demo/screen/reader'
import type { Run } from '~/domain/demo/engine/run'
import type { Locale } from '~/domain/text'
import type { DifferenceGroup, DifferenceView } from './comparison-view'
import { wordsOfWorld, type PlaceWords } from './world-words'

export interface DescribedDifferences {
  groups: DifferenceGroup[]
  /** Differences that no screen has a label for. */
  unnamed: number
}

interface Sides {
  left: Presenter
  right: Presenter
}

/** The differences of the results, with the labels of the demo's screens and the visitor's formats. */
export function describeDifferences(
  { left, right, differences }: Pick<Comparison, 'left' | 'right' | 'differences'>,
  locale: Locale,
): DescribedDifferences {
  const words = wordsOfWorld(left.end.compiled.demo)
  const presenter = (run: Run) => new Presenter(makeReader(run), locale)
  const sides: Sides = { left: presenter(left.end), right: presenter(right.end) }
  const groups = new Map<string, DifferenceGroup>()
  let unnamed = 0
  for (const difference of differences) {
    const found = placeOf(difference.path, words)
    const described = found && describe(difference, found, sides)
    if (!found || !described) {
      unnamed++
      continue
    }
    const title = sides.left.text(found.place.title)
    const group = groups.get(title) ?? { title, differences: [] }
    if (!group.differences.some((one) => sameWords(one, described))) group.differences.push(described)
    groups.set(title, group)
  }
  return { groups: [...groups.values()], unnamed }
}

const sameWords = (a: DifferenceView, b: DifferenceView) =>
  a.name === b.name && a.field === b.field && a.left === b.left && a.right === b.right

type Found = { place: PlaceWords; path: string[]; rest: string[] }

/** The longest prefix of a path that has a label on a screen, and the rest. */
function placeOf(path: readonly string[], words: ReturnType<typeof wordsOfWorld>): Found | null {
  for (let length = path.length - 1; length > 0; length--) {
    const place = words.get(path.slice(0, length).join('.'))
    if (place) return { place, path: path.slice(0, length), rest: path.slice(length) }
  }
  return null
}

function describe(difference: WorldDifference, found: Found, sides: Sides): DifferenceView | null {
  const { place, rest } = found
  if (place.rowName === null) return describeField(difference, place, rest[0], sides, null)
  const name = rowName(found, sides)
  if (name === '') return null
  if (rest.length === 1) {
    return {
      name,
      field: null,
      left: difference.left === undefined ? null : '✓',
      right: difference.right === undefined ? null : '✓',
    }
  }
  return describeField(difference, place, rest[1], sides, name)
}

function describeField(
  { left, right }: WorldDifference,
  place: PlaceWords,
  field: string | undefined,
  sides: Sides,
  row: string | null,
): DifferenceView | null {
  const words = field === undefined ? undefined : place.fields.get(field)
  if (!words) return null
  const say = (value: Json | undefined, presenter: Presenter) =>
    value === undefined || value === null || value === ''
      ? null
      : presenter.present(value, words.format ?? (typeof value === 'number' ? 'number' : 'text')).text
  const label = sides.left.text(words.label)
  const [before, after] = [say(left, sides.left), say(right, sides.right)]
  if (row === null) return { name: label, field: null, left: before, right: after }
  return { name: row, field: place.timeline ? null : label, left: before, right: after }
}

/** The name of the row as its screen shows it, on the side that has it. */
function rowName({ place, path, rest }: Found, sides: Sides): string {
  for (const presenter of [sides.left, sides.right]) {
    const row = rowIn(presenter.reader.run.world, path, rest[0] ?? '')
    if (row !== null && place.rowName) return presenter.shown(place.rowName, '', row).text
  }
  return ''
}

function rowIn(world: Json, path: readonly string[], id: string): Json | null {
  const rows = path
    .slice(1)
    .reduce<Json | undefined>(
      (at, key) => (isJsonObject(at ?? null) ? own(at as { [key: string]: Json }, key) : undefined),
      world,
    )
  if (!Array.isArray(rows)) return null
  return rows.find((row) => isJsonObject(row) && row.id === id) ?? null
}
