import { paths } from '~/paths'
import type { FirstOperator } from './first-start'

/** What the person who started Foyer needs next: where to go, and once, how to sign in. */
export function welcome(url: string, operator: FirstOperator | null): string {
  const lines = [
    '',
    `Foyer is ready.`,
    '',
    `  Experience center  ${url}${paths.home()}`,
    `  Studio             ${url}${paths.studio()}`,
    `  Boards             ${url}${paths.boards()}`,
    '',
    ...signInLines(operator),
  ]
  return lines.join('\n')
}

function signInLines(operator: FirstOperator | null): string[] {
  if (operator === null) return []
  const { email, password } = operator
  if (password === null) return [`  Sign in as ${email} with the password from FOYER_ADMIN_PASSWORD.`, '']
  return [
    `  Sign in as    ${email}`,
    `  Password      ${password}`,
    '  It is shown this once: keep it, or change it after signing in.',
    '',
  ]
}
