import { compareFunnels } from './funnel/compare-funnels'
import { printResults } from './funnel/print-results'
import { readJsonFile } from './funnel/read-json-file'
import { readOptions, USAGE } from './funnel/read-options'
import { funnelHistorySchema } from '~/domain/insight/funnel/funnel-history'
import { funnelQuerySchema } from '~/domain/insight/funnel/funnel-query'

process.exitCode = await main(process.argv.slice(2))

/** 0: both agree; 1: they do not; 2: the options or a file are wrong. */
async function main(args: string[]): Promise<number> {
  const inputs = inputsOrNull(args)
  if (!inputs) return 2
  const results = await compareFunnels(inputs.history, inputs.query)
  console.log(
    inputs.json
      ? JSON.stringify({ oracle: results.oracle, copy: results.copy }, null, 2)
      : printResults(results),
  )
  return results.agree ? 0 : 1
}

function inputsOrNull(args: string[]) {
  try {
    const { history, query, json } = readOptions(args)
    return {
      json,
      query: readJsonFile(query, funnelQuerySchema),
      history: readJsonFile(history, funnelHistorySchema),
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    console.error(`\n${USAGE}`)
    return null
  }
}
