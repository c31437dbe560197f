/** The reserved event of a trace by which a hint is counted. Written here once more: the trace's schema would bring zod to the browser. */
export const HINT_EVENT = '@hint'
