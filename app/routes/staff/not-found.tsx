import { DomainError } from '~/domain/errors'
import { defineLoader } from '~/platform/http/define-loader'

/** An unknown address among the staff pages: shown inside their layout. */
export const loader = defineLoader('signed-in', () => {
  throw new DomainError('not-found', 'There is no such page.')
})

export default function NotFound() {
  return null
}
