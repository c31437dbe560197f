import type { ReactElement } from 'react'

/**
 * What a slot beside others takes: elements alone. Bare text there would be moved by translation in the browser, and
 * React could insert nothing beside it.
 */
export type Elements = ReactElement | readonly Elements[] | boolean | null | undefined
