import { canonicalJson, isJsonObject } from '~/domain/json'
import type { Json, JsonObject } from '~/domain/json'
import type { YamlChange, YamlPath } from '../edit/yaml-change'

/** One place that two people changed to different values. Undefined where a side removed it. */
interface ValueClash {
  path: YamlPath
  mine: Json | undefined
  theirs: Json | undefined
}

/** What I changed, as changes of what they have; and the places that both of us changed. */
export interface MergedValues {
  changes: YamlChange[]
  clashes: ValueClash[]
}

type Side = Json | undefined

/** Three-way merge of two values that came from the same one, place by place. */
export function mergeValues(base: Side, mine: Side, theirs: Side, path: YamlPath = []): MergedValues {
  if (isSame(mine, base) || isSame(mine, theirs)) return NOTHING
  return mergeInside(base, mine, theirs, path) ?? mergeWhole(base, mine, theirs, path)
}

/** Part by part; null where the sides are not of the same kind. */
function mergeInside(base: Side, mine: Side, theirs: Side, path: YamlPath): MergedValues | null {
  if (isJsonObject(mine) && isJsonObject(theirs)) {
    return isJsonObject(base) || base === undefined ? mergeMaps(base ?? {}, mine, theirs, path) : null
  }
  const areLists = Array.isArray(mine) && Array.isArray(theirs) && Array.isArray(base)
  return areLists ? mergeLists(base, mine, theirs, path) : null
}

function mergeWhole(base: Side, mine: Side, theirs: Side, path: YamlPath): MergedValues {
  if (isSame(theirs, base)) return { changes: [changeTo(path, mine)], clashes: [] }
  return { changes: [], clashes: [{ path, mine, theirs }] }
}

const NOTHING: MergedValues = { changes: [], clashes: [] }

function isSame(one: Side, other: Side): boolean {
  return one === undefined || other === undefined
    ? one === other
    : canonicalJson(one) === canonicalJson(other)
}

/** The change that gives a place my value. */
export function changeTo(path: YamlPath, value: Side): YamlChange {
  return value === undefined ? { do: 'remove', path } : { do: 'set', path, value }
}

function mergeMaps(base: JsonObject, mine: JsonObject, theirs: JsonObject, path: YamlPath): MergedValues {
  const keys = new Set([...Object.keys(base), ...Object.keys(mine)])
  return together([...keys].map((key) => mergeValues(base[key], mine[key], theirs[key], [...path, key])))
}

/** Lists whose items have ids are merged item by item; others only while nobody added or removed any. */
function mergeLists(base: Json[], mine: Json[], theirs: Json[], path: YamlPath): MergedValues | null {
  const [ids, myIds, theirIds] = [idsOf(base), idsOf(mine), idsOf(theirs)]
  if (ids && myIds && theirIds) {
    return mergeItems({ base, mine, theirs }, { ids, myIds, theirIds }, path)
  }
  if (base.length !== mine.length || base.length !== theirs.length) return null
  return together(base.map((item, index) => mergeValues(item, mine[index], theirs[index], [...path, index])))
}

function mergeItems(
  { base, mine, theirs }: { base: Json[]; mine: Json[]; theirs: Json[] },
  { ids, myIds, theirIds }: { ids: string[]; myIds: string[]; theirIds: string[] },
  path: YamlPath,
): MergedValues | null {
  const kept = ids.filter((id) => myIds.includes(id))
  const isMoved = kept.some((id, index) => myIds.filter((one) => ids.includes(one))[index] !== id)
  if (isMoved) return null
  const inBoth = theirIds.filter((id) => myIds.includes(id))
  const edited = inBoth.map((id) =>
    mergeValues(base[ids.indexOf(id)], mine[myIds.indexOf(id)], theirs[theirIds.indexOf(id)], [
      ...path,
      theirIds.indexOf(id),
    ]),
  )
  const gone = ids.filter((id) => !myIds.includes(id) && theirIds.includes(id))
  const removed = gone
    .sort((a, b) => theirIds.indexOf(b) - theirIds.indexOf(a))
    .map((id) =>
      mergeValues(base[ids.indexOf(id)], undefined, theirs[theirIds.indexOf(id)], [
        ...path,
        theirIds.indexOf(id),
      ]),
    )
  const lost = kept.filter(
    (id) => !theirIds.includes(id) && !isSame(mine[myIds.indexOf(id)], base[ids.indexOf(id)]),
  )
  const added = myIds.filter((id) => !ids.includes(id) && !theirIds.includes(id))
  const restored = [...lost, ...added].map((id): YamlChange => ({
    do: 'insert',
    path,
    value: mine[myIds.indexOf(id)] ?? null,
  }))
  return together([...edited, ...removed, { changes: restored, clashes: [] }])
}

/** The ids of all items; null where one has none, or two have the same. */
function idsOf(list: readonly Json[]): string[] | null {
  const ids = list.map((item) => (isJsonObject(item) ? item.id : item))
  const all = ids.every((id): id is string => typeof id === 'string') ? ids : null
  return all && new Set(all).size === all.length ? all : null
}

function together(merged: readonly MergedValues[]): MergedValues {
  return {
    changes: merged.flatMap(({ changes }) => changes),
    clashes: merged.flatMap(({ clashes }) => clashes),
  }
}
