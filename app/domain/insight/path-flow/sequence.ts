import type { MeasuredTrial } from '../measured-trial'

/** What a drawn path is made of: the states that a trial entered, or its tasks in the order in which they were done. */
export const FLOW_SOURCES = ['states', 'tasks'] as const
export type FlowSource = (typeof FLOW_SOURCES)[number]

/** The path of a trial; empty when there is none. Tasks of the same moment are in order of their ids. */
export function sequenceOf(
  source: FlowSource,
  row: Pick<MeasuredTrial, 'path' | 'tasks'>,
): readonly string[] {
  return SEQUENCES[source](row)
}

const SEQUENCES: Record<FlowSource, (row: Pick<MeasuredTrial, 'path' | 'tasks'>) => readonly string[]> = {
  states: ({ path }) => path,
  tasks: ({ tasks }) =>
    Object.entries(tasks)
      .flatMap(([id, at]) => (at === null ? [] : [{ id, at }]))
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id),
}
