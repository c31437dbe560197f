import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { CreditedSet } from '~/domain/insight/attribution/credited-set'
import type { ConversionSet } from '~/domain/insight/conversion-terms'
import { DURATION_BINS, SCORE_BINS } from '~/domain/insight/bins'
import type { FlowPlace, FlowSet } from '~/domain/insight/path-flow/flow-set'
import type { RowSet, SetFamily, TrialSet } from '~/domain/insight/trial-set'
import { STEP_MARK } from '~/domain/insight/trial-set'
import type { BoardFormat } from '../figures/board-format'
import type { DemoNames } from '../figures/board-views'

type Words = (key: string, say: { t: TFunction<'boards'>; names: DemoNames | undefined }) => string

const MINUTE_MS = 60_000

const stateIn = (names: DemoNames | undefined, id: string): string => names?.states[id] ?? id

const statesIn = (names: DemoNames | undefined, key: string): string =>
  key
    .split(STEP_MARK)
    .map((id) => stateIn(names, id))
    .join(' → ')

const minutes: Words = (key, { t }) => {
  const bin = DURATION_BINS.find((one) => one.key === key)
  const from = (bin?.from ?? 0) / MINUTE_MS
  return bin?.until
    ? t('set.minutes', { from, until: bin.until / MINUTE_MS })
    : t('set.minutesOver', { from })
}

const score: Words = (key, { t }) => {
  const until = SCORE_BINS.find((one) => one.key === key)?.until
  return t('set.score', { from: key, until: until ? until - 1 : 100 })
}

const FAMILIES: Record<SetFamily, Words> = {
  entered: (key, { t, names }) => t('set.entered', { state: stateIn(names, key) }),
  'dropped-at': (key, { t, names }) => t('set.dropped-at', { state: stateIn(names, key) }),
  edge: (key, { t, names }) => t('set.edge', { states: statesIn(names, key) }),
  path: (key, { t, names }) => t('set.path', { states: statesIn(names, key) }),
  'task-offered': (key, { t, names }) => t('set.task-offered', { task: names?.tasks[key] ?? key }),
  'task-done': (key, { t, names }) => t('set.task-done', { task: names?.tasks[key] ?? key }),
  stars: (key, { t }) => t('set.stars', { count: Number(key) }),
  minutes,
  farm: (_key, { t }) => t('set.farm'),
  score,
  'begun-at': (key, { t, names }) => t('set.begun-at', { state: stateIn(names, key) }),
  'ended-at': (key, { t, names }) => t('set.ended-at', { state: stateIn(names, key) }),
  'stood-at': (key, { t, names }) => t('set.stood-at', { state: stateIn(names, key) }),
}

function conversionName({ unit, goal, state, currencies }: ConversionSet, t: TFunction<'boards'>): string {
  const set = t('set.conversion', {
    unit: t(`conversion.unit.${unit}`),
    standing: t(`conversion.${state}`),
    goal: t(`conversion.goal.${goal ?? 'any'}`),
  })
  return currencies ? t('set.inCurrencies', { set, currencies: currencies.join(', ') }) : set
}

/** A name that was not told stands for itself as a dash. */
function creditedName({ credited }: CreditedSet, t: TFunction<'boards'>): string {
  const { model, path, currencies, goal } = credited
  const place = path.map((name) => name ?? '–').join(' / ') || t('channels.sum')
  const goalName = t(`conversion.goal.${goal ?? 'any'}`)
  const set = t('set.credited', { place, goal: goalName, model: t(`channels.model.${model}`) })
  return currencies ? t('set.inCurrencies', { set, currencies: currencies.join(', ') }) : set
}

type Say = { t: TFunction<'boards'>; names: DemoNames | undefined; format: BoardFormat }

function flowName({ flow, part }: FlowSet, { t, names }: Say): string {
  const titles = (flow.of === 'tasks' ? names?.tasks : names?.states) ?? {}
  const titleOf = (id: string) => titles[id] ?? id
  const nameOf = (place: FlowPlace) => ('state' in place ? titleOf(place.state) : t('set.flow.others'))
  const ends = { start: titleOf(flow.start ?? ''), end: titleOf(flow.end ?? '') }
  const between = flow.start ? (flow.end ? 'between' : 'start') : flow.end ? 'end' : 'whole'
  const stretch = t(`set.flow.stretch.${between}`, ends)
  if ('total' in part) return t(`set.flow.${part.total}`, { stretch })
  if (!('visit' in part)) {
    return t('set.flow.move', {
      stretch,
      from: nameOf(part.from),
      to: nameOf(part.to),
      step: part.column + 1,
    })
  }
  return t(`set.flow.${part.visit}`, { stretch, at: nameOf(part.at), step: part.column + 1 })
}

function rowSetName(set: RowSet, say: Say): string {
  const { t, names, format } = say
  if ('plain' in set) {
    return t('set.among', { plain: t(`set.${set.plain}`), among: rowSetName(set.among, say) })
  }
  if ('flow' in set) return flowName(set, say)
  if ('begun' in set) {
    const [from, until] = [set.begun.from, set.begun.until].map((ms) => format.instant(new Date(ms)))
    return t('set.begun', { from, until })
  }
  return 'name' in set ? t(`set.${set.name}`) : FAMILIES[set.family](set.key, { t, names })
}

/** The name of a set of trials, such as “Dropped off at ‘Pick the goods’”. */
export function useSetName(names: DemoNames | undefined, format: BoardFormat): (set: TrialSet) => string {
  const { t } = useTranslation('boards')
  return (set) => {
    if ('unit' in set) return conversionName(set, t)
    if ('visitors' in set) return t(`set.visitors.${set.visitors}`)
    if ('cohort' in set) return t(`set.cohort.${set.cohort}`, { week: set.week })
    if ('credited' in set) return creditedName(set, t)
    return rowSetName(set, { t, names, format })
  }
}
