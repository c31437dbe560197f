import { DomainError } from '~/domain/errors'
import { defineLoader } from '~/platform/http/define-loader'

/** An address below the staff's faces that is none: the frame around it stays. */
export const loader = defineLoader('signed-in', () => {
  throw new DomainError('not-found', 'There is no such page.')
})

export default function NotFound() {
  return null
}
