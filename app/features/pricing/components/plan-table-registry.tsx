import type { Registry } from '~/ui/rendered-html'
import type { PlanTable } from '../plan-table'
import { PlanSummary } from './plan-summary'

/** Brings `<PlanTable/>` in a text to life; without a table the text keeps its link to the prices. */
export function planTableRegistry(table: PlanTable | null): Registry {
  return table ? { PlanTable: () => <PlanSummary table={table} /> } : {}
}
