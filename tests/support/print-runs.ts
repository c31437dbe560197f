import { readdirSync, readFileSync } from 'node:fs'
import { compileDemo } from '~/domain/demo/engine/compile'
import { evaluate, parseExpression } from '~/domain/demo/expression/expression'
import { formatValue } from '~/domain/demo/screen/format-value'
import { nextHint } from '~/domain/demo/proof/hint'
import { startRun, step, type Run } from '~/domain/demo/engine/run'
import { parseDemoSource } from '~/domain/demo/checks/demo-source'
import { viewScreen } from '~/domain/demo/screen/view'
import { LOCALES } from '~/domain/text'

/** Prints every shipped demo played to its end by hints, and what expressions make of dates; run as a process of its own. */
const STARTED_AT = Date.UTC(2026, 2, 28, 23, 30)
const DAYS = [
  '2026-03-29',
  '2026-1-5',
  'order 7',
  '2026-02-30',
  '2026-03-29T01:30:00+01:00',
  '2026-03-29T01:30:00',
]
const SOURCES = DAYS.flatMap((day) => [
  `addDays('${day}', 1)`,
  `daysBetween('${day}', '2026-10-25')`,
  `timestamp('${day}')`,
])
const ZONED = ["timestamp('2026-10-25T00:30:00Z')"].flatMap((time) => [
  ...['getDate', 'getHours', 'getDayOfYear', 'getDayOfWeek'].flatMap((part) => [
    `${time}.${part}()`,
    `${time}.${part}('America/New_York')`,
  ]),
  ...['now()', 'today()', `string(addDays(today(), 1))`],
])

function valueOf(source: string): unknown {
  try {
    const scope = { world: {}, plan: 'free', role: 'sales' }
    return evaluate(parseExpression(source), scope, { now: STARTED_AT })
  } catch (error) {
    return String(error)
  }
}

const seen = (run: Run) => [run.world, LOCALES.map((locale) => viewScreen(run, locale))]

function played(slug: string): unknown[] {
  const { demo } = parseDemoSource(readFileSync(`content/demos/${slug}/demo.yaml`, 'utf8'))
  if (!demo) throw new Error(`${slug} cannot be read`)
  let run = startRun(compileDemo(demo), { plan: 'premium', seed: 'zone', startedAt: STARTED_AT })
  const screens = [seen(run)]
  for (let hint = nextHint(run); hint; hint = nextHint(run)) {
    const result = step(run, { type: hint.type, data: hint.data, at: run.lastAt + 3_600_000 })
    if (!result.ok) throw new Error(result.message)
    run = result.run
    screens.push(seen(run))
  }
  return [slug, run.status, ...screens]
}

const output = {
  zone: new Date(STARTED_AT).getTimezoneOffset(),
  values: [...SOURCES, ...ZONED].map((source) => [source, valueOf(source)]),
  formatted: DAYS.map((day) => LOCALES.map((locale) => formatValue(day, 'datetime', locale, 'EUR'))),
  runs: readdirSync('content/demos').map(played),
}
process.stdout.write(JSON.stringify(output))
