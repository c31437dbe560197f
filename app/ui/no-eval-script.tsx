import { useNonce } from './nonce'

/**
 * Tells zod, before any of our modules run, not to try `new Function`: the policy forbids it, and even the attempt is
 * reported as a violation. Belongs first in the head.
 */
export function NoEvalScript() {
  const nonce = useNonce()
  return (
    <script nonce={nonce} suppressHydrationWarning>
      {'globalThis.__zod_globalConfig={jitless:true}'}
    </script>
  )
}
