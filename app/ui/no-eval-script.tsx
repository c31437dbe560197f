import { useNonce } from './nonce'

/**
 * Tells zod, before any module of ours runs, that it must not try `new Function`: the policy forbids it, and even the
 * failed try is reported as a violation. Goes first into the head.
 */
export function NoEvalScript() {
  const nonce = useNonce()
  return (
    <script nonce={nonce} suppressHydrationWarning>
      {'globalThis.__zod_globalConfig={jitless:true}'}
    </script>
  )
}
