import type { ReactElement } from 'react'

/**
 * The content of a slot: elements only. The browser's translation would move bare text, and React could then insert
 * nothing beside it.
 */
export type Elements = ReactElement | readonly Elements[] | boolean | null | undefined
