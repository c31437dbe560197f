import { Document, isMap, isScalar, visit } from 'yaml'
import type { Json } from '~/domain/json'
import { isLocale, LOCALES } from '~/domain/text'
import type { Locale, Text } from '~/domain/text'
import { guideFile } from '../kinds'
import type { DocumentFiles } from '../kinds'
import type { ListedStep } from './parse-steps'
import { STEP_WORDS } from './step-words'

/** What a demo is made of beside its steps. */
export interface StepsBeginning {
  slug: string
  title: Text
  summary?: Text
  scenario: string
  plans: readonly string[]
  product: string
  /** The steps in each language in which they are told, the same number in each; the first language leads. */
  steps: Partial<Record<Locale, readonly ListedStep[]>>
}

/** A step in all languages in which it was told. */
interface Told {
  id: string
  event: string
  role: string
  action: Text
  result: Text
  plans: string[] | null
}

/**
 * The files of a linear demo: each step is a state with a screen, a button and a guide. It passes its proof, and can be
 * published in the languages in which its steps are told.
 */
export function demoOfSteps(beginning: StepsBeginning): DocumentFiles {
  const locales = LOCALES.filter((locale) => beginning.steps[locale] !== undefined)
  const roles = rolesOf(beginning.steps, locales)
  const told = stepsOf(beginning.steps, locales, [...roles.keys()])
  const document = new Document(demoJson(beginning, locales, roles, told))
  visit(document, {
    Map: (_, map) => {
      if (map.items.every(({ key }) => isScalar(key) && isLocale(key.value))) map.flow = true
    },
    Seq: (_, list) => {
      if (list.items.every((item) => !isMap(item))) list.flow = true
    },
  })
  return { 'demo.yaml': document.toString({ lineWidth: 110 }), ...guidesOf(told, locales) }
}

function leading(steps: StepsBeginning['steps'], locales: readonly Locale[]): readonly ListedStep[] {
  const [first = 'en'] = locales
  return steps[first] ?? []
}

/** The roles by their name in the first language, each with its name in all. */
function rolesOf(steps: StepsBeginning['steps'], locales: readonly Locale[]): Map<string, Text> {
  const roles = new Map<string, Text>()
  leading(steps, locales).forEach(({ role }, index) => {
    if (!roles.has(role))
      roles.set(
        role,
        textBy(locales, (locale) => steps[locale]?.[index]?.role),
      )
  })
  return roles
}

function stepsOf(
  steps: StepsBeginning['steps'],
  locales: readonly Locale[],
  roles: readonly string[],
): Told[] {
  return leading(steps, locales).map(({ role, plans }, index) => ({
    id: `step-${index + 1}`,
    event: `DO_STEP_${index + 1}`,
    role: roleId(roles.indexOf(role)),
    action: textBy(locales, (locale) => steps[locale]?.[index]?.action),
    result: textBy(locales, (locale) => steps[locale]?.[index]?.result),
    plans,
  }))
}

const roleId = (index: number) => `role-${index + 1}`

function textBy(locales: readonly Locale[], read: (locale: Locale) => string | undefined): Text {
  return Object.fromEntries(
    locales.flatMap((locale) => (read(locale) ? [[locale, read(locale)] as const] : [])),
  )
}

function words(locales: readonly Locale[], key: keyof (typeof STEP_WORDS)['en']): Json {
  return Object.fromEntries(locales.map((locale) => [locale, STEP_WORDS[locale][key]]))
}

function demoJson(
  { slug, title, summary, scenario, plans, product }: StepsBeginning,
  locales: readonly Locale[],
  roles: Map<string, Text>,
  told: readonly Told[],
): Json {
  const names = [...roles.values()].map((name, index) => [roleId(index), name as Json] as const)
  const done = told.at(-1)
  return {
    format: 'foyer/1',
    slug,
    title: title as Json,
    summary: (summary ?? title) as Json,
    scenario,
    minutes: Math.max(1, Math.ceil(told.length / 2)),
    plans: [...plans],
    product: {
      name: product,
      nav: [{ id: 'work', label: words(locales, 'work'), icon: 'clipboard-list' }],
    },
    roles: Object.fromEntries(names.map(([id, name]) => [id, { name }])),
    statuses: Object.fromEntries([
      ...told.map(({ id, result }) => [id, { label: result as Json, tone: 'success' }]),
      ...names.map(([id, name]) => [id, { label: name, tone: 'neutral' }]),
    ]),
    world: { log: [] },
    screens: Object.fromEntries([
      ...told.map((step) => [step.id, screenOf(step.action, locales, step)]),
      ['done', screenOf(done?.result ?? {}, locales, null)],
    ]),
    machine: { initial: 'step-1', states: statesOf(told, plans) },
    tasks: tasksOf(told),
    score: { hint: -5, detour: -2 },
  }
}

function screenOf(title: Text, locales: readonly Locale[], step: Told | null): Json {
  const log: Json = {
    table: {
      rows: 'world.log',
      columns: [
        { label: words(locales, 'what'), value: 'row.step', format: 'status' },
        { label: words(locales, 'who'), value: 'row.by', format: 'status' },
      ],
      empty: words(locales, 'nothing'),
    },
  }
  const button: Json[] = step
    ? [{ button: { label: step.action as Json, send: step.event, tone: 'primary' } }]
    : []
  return { title: title as Json, nav: 'work', blocks: [log, ...button] }
}

function statesOf(told: readonly Told[], plans: readonly string[]): Json {
  const steps = told.map((step, index): [string, Json] => {
    const transitions = nextOf(step, told.slice(index + 1), plans)
    const on = { [step.event]: transitions.length === 1 ? (transitions[0] ?? null) : transitions }
    return [step.id, { title: step.action as Json, role: step.role, screen: step.id, guide: step.id, on }]
  })
  const last = told.at(-1)
  const done: Json = { title: (last?.result ?? {}) as Json, screen: 'done', guide: 'done', final: 'success' }
  return Object.fromEntries([...steps, ['done', last ? { role: last.role, ...(done as object) } : done]])
}

/** The ways on from a step: each plan goes to its next step, and one way serves all plans that go to the same. */
function nextOf(step: Told, after: readonly Told[], plans: readonly string[]): Json[] {
  const item = { id: 'newId()', step: `'${step.id}'`, by: `'${step.role}'` }
  const act: Json = [{ append: 'world.log', item }]
  const targets = new Map<string, string[]>()
  for (const plan of step.plans ?? plans) {
    const next = after.find((other) => other.plans === null || other.plans.includes(plan))
    const target = next?.id ?? 'done'
    targets.set(target, [...(targets.get(target) ?? []), plan])
  }
  return [...targets].map(([to, on], index): Json =>
    index === targets.size - 1 ? { do: act, to } : { if: onPlans(on), do: act, to },
  )
}

function onPlans(plans: readonly string[]): string {
  return plans.map((plan) => `plan == '${plan}'`).join(' || ')
}

function tasksOf(told: readonly Told[]): Json {
  return Object.fromEntries(
    told
      .filter(({ plans }) => plans === null)
      .map(({ id, action }) => [
        id,
        { title: action as Json, done: `world.log.exists(e, e.step == '${id}')`, weight: 10 },
      ]),
  )
}

function guidesOf(told: readonly Told[], locales: readonly Locale[]): DocumentFiles {
  const guides = locales.flatMap((locale) => {
    const { begin, press } = STEP_WORDS[locale]
    const steps = told.map(({ id, action }, index): [string, string] => {
      const before = told[index - 1]?.result[locale]
      const opening = before ? asSentence(before, locale) : begin
      return [
        guideFile(id, locale),
        `${opening}\n\n1. ${press.replace('{action}', () => asPlain(action[locale] ?? ''))}\n`,
      ]
    })
    const last = told.at(-1)?.result[locale] ?? ''
    return [...steps, [guideFile('done', locale), `${asSentence(last, locale)}\n`] as const]
  })
  return Object.fromEntries(guides)
}

/** Signs that mean something in a guide are written so that they stand for themselves. */
function asPlain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#~|]/g, (sign) => `\\${sign}`)
}

function asSentence(text: string, locale: Locale): string {
  const end = locale === 'zh' ? '。' : '.'
  return asPlain(text) + (/[.!?。！？…]$/u.test(text) ? '' : end)
}
