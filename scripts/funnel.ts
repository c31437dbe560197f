import { compareFunnels } from './funnel/compare-funnels'
import { funnelOfInstallation } from './funnel/funnel-of-installation'
import { printComparison, printResult } from './funnel/print-results'
import { readJsonFile } from './funnel/read-json-file'
import { readFunnelOptions, FUNNEL_USAGE } from './funnel/read-options'
import { funnelHistorySchema, type FunnelEvent } from '~/domain/insight/funnel/funnel-history'
import { funnelQuerySchema, type FunnelQuery } from '~/domain/insight/funnel/funnel-query'

process.exitCode = await main(process.argv.slice(2))

/** Exit codes: 0 when both agree; 1 when they do not; 2 when the options or a file are wrong. */
async function main(args: string[]): Promise<number> {
  const inputs = inputsOrNull(args)
  if (!inputs) return 2
  if (inputs.history) return await compare(inputs.history, inputs)
  const copy = await funnelOfInstallation(inputs)
  console.log(inputs.json ? JSON.stringify({ copy }, null, 2) : printResult(copy))
  return 0
}

async function compare(
  history: readonly FunnelEvent[],
  { query, json }: { query: FunnelQuery; json: boolean },
): Promise<number> {
  const { agree, ...results } = await compareFunnels(history, query)
  console.log(json ? JSON.stringify(results, null, 2) : printComparison({ agree, ...results }))
  return agree ? 0 : 1
}

function inputsOrNull(args: string[]) {
  try {
    const { history, query, ...options } = readFunnelOptions(args)
    return {
      ...options,
      query: readJsonFile(query, funnelQuerySchema),
      history: history === null ? null : readJsonFile(history, funnelHistorySchema),
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    console.error(`\n${FUNNEL_USAGE}`)
    return null
  }
}
