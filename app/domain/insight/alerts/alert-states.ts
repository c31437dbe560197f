/** `seen`: somebody said that they know of it. */
export type AlertState = 'open' | 'seen' | 'closed'

/** `continued`: outside on another day; `unsure`: closed because too little was counted for long. */
export type AlertEntryKind = 'opened' | 'continued' | 'seen' | 'recovered' | 'unsure' | 'switched-off'
