import { paths } from '~/paths'
import type { FirstOperator } from './first-start'

/** The message printed after the start: the addresses, and the first sign-in when it was just created. */
export function welcome(url: string, operator: FirstOperator | null): string {
  const lines = [
    '',
    'Foyer is ready.',
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
    '  The password is shown only once. Save it, or change it after signing in.',
    '',
  ]
}
