import { findKeys } from './find-keys'
import { error, warning, type FoundProblem } from './found-problem'
import { isJsonObject } from '~/domain/json'
import { openBlock } from '../format/open-block'
import { eventsSent } from '../screen/screen-plan'
import type { Demo } from '../format/schema'
import { wouldBeRight } from '~/domain/suggest'

/** What is wrong with the references of screens: tips, side navigation, placeholders; and what nothing refers to. */
export function checkBlocks(demo: Demo): FoundProblem[] {
  return [
    ...checkTips(demo),
    ...checkNav(demo),
    ...checkDialogs(demo),
    ...checkLooks(demo),
    ...checkPlaceholders(demo.screens, 'screens'),
    ...checkUnused(demo),
  ]
}

function checkTips({ screens, tips = {} }: Demo): FoundProblem[] {
  const known = Object.keys(tips)
  const used = findKeys(screens, 'tip', 'screens')
  const names = new Set(used.map((one) => one.value))
  return [
    ...used
      .filter(({ value }) => !known.includes(value))
      .map(({ at, value }) =>
        error('unknown-tip', at, `There is no tip ${value}: ${wouldBeRight(value, known)}`),
      ),
    ...known
      .filter((id) => !names.has(id))
      .map((id) =>
        warning('unused-tip', `tips.${id}`, `Nothing shows the tip ${id}: name it in a tip: or drop it`),
      ),
  ]
}

function checkNav({ screens, product }: Demo): FoundProblem[] {
  const known = (product.nav ?? []).map((entry) => entry.id)
  return Object.entries(screens).flatMap(([id, { nav }]) => {
    if (nav === undefined || known.includes(nav)) return []
    return [
      error(
        'unknown-nav',
        `screens.${id}.nav`,
        `The side navigation has no ${nav}: ${wouldBeRight(nav, known)}`,
      ),
    ]
  })
}

/** A dialog stands over a screen, not over another dialog or itself. */
function checkDialogs({ screens }: Demo): FoundProblem[] {
  const pages = Object.keys(screens).filter((id) => screens[id]?.over === undefined)
  return Object.entries(screens).flatMap(([id, { over }]) => {
    if (over === undefined || pages.includes(over)) return []
    const at = `screens.${id}.over`
    return Object.hasOwn(screens, over)
      ? [error('unknown-screen', at, `${over} is a dialog itself: ${wouldBeRight(over, pages)}`)]
      : [error('unknown-screen', at, `There is no screen ${over}: ${wouldBeRight(over, pages)}`)]
  })
}

/** What the side navigation opens to look at is a page without controls. */
function checkLooks({ screens, product }: Demo): FoundProblem[] {
  const pages = Object.keys(screens).filter((id) => screens[id]?.over === undefined)
  return (product.nav ?? []).flatMap(({ look }, index) => {
    if (look === undefined) return []
    const at = `product.nav.${index}.look`
    if (!pages.includes(look))
      return [error('unknown-screen', at, `There is no page ${look}: ${wouldBeRight(look, pages)}`)]
    const sends = (screens[look]?.blocks ?? []).flatMap((block) => eventsSent(openBlock(block)))
    return sends.length === 0
      ? []
      : [
          error(
            'look-sends',
            at,
            `${look} sends ${[...new Set(sends)].join(', ')}: a screen to look at has no control`,
          ),
        ]
  })
}

function checkUnused({ screens, machine, product }: Demo): FoundProblem[] {
  const behind = Object.values(screens).flatMap(({ over }) => over ?? [])
  const looked = (product.nav ?? []).flatMap(({ look }) => look ?? [])
  const shown = new Set([
    ...findKeys(machine, 'screen', 'machine').map((one) => one.value),
    ...behind,
    ...looked,
  ])
  return Object.keys(screens)
    .filter((id) => !shown.has(id))
    .map((id) => warning('unused-screen', `screens.${id}`, `No state shows the screen ${id}`))
}

/** Wherever a text says `{name}`, the values beside it must have that name. */
function checkPlaceholders(value: unknown, at: string): FoundProblem[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => checkPlaceholders(item, `${at}.${index}`))
  if (!isJsonObject(value)) return []
  const inside = Object.entries(value).flatMap(([key, item]) => checkPlaceholders(item, `${at}.${key}`))
  const values = isJsonObject(value.values) ? Object.keys(value.values) : null
  // A label is filled only where it has values beside it; in a text braces always ask for one.
  const key = isJsonObject(value.text) ? 'text' : values ? 'label' : null
  const filled = key === null ? null : value[key]
  if (!isJsonObject(filled)) return inside
  const known = values ?? []
  const missing = Object.entries(filled).flatMap(([locale, text]) =>
    placeholders(text)
      .filter((name) => !known.includes(name))
      .map((name) =>
        error(
          'unknown-field',
          `${at}.${key}.${locale}`,
          `values has no ${name}: ${wouldBeRight(name, known)}`,
        ),
      ),
  )
  return [...missing, ...inside]
}

function placeholders(text: unknown): string[] {
  if (typeof text !== 'string') return []
  return [...text.matchAll(/\{([A-Za-z_][A-Za-z0-9_]*)\}/g)].flatMap((match) => match[1] ?? [])
}
