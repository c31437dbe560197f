import type { ErrorCode } from 'yaml'

/** What to write instead, where the YAML library's message does not say. */
const INSTEAD: Partial<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'an alias stands alone, e.g. *name',
  BAD_DIRECTIVE: 'begin with format: foyer/1',
  BAD_DQ_ESCAPE: 'write \\\\ for a backslash, or use single quotes',
  BAD_SCALAR_START: 'put the text in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'put a text that holds “: ” in quotes, and begin a map on a line of its own',
  MULTILINE_IMPLICIT_KEY: 'each line needs a key and a colon, e.g. minutes: 3',
  TAB_AS_INDENT: 'indent with spaces',
  UNEXPECTED_TOKEN: 'look at the quotes, brackets and dashes just before',
  MISSING_CHAR: 'add it, or look at the quotes, brackets and colons just before',
  BAD_INDENT: 'look at the spaces before this line, and at the brackets before it',
}

/** What is wrong with the YAML, and what would be right. */
export function yamlMessage(code: ErrorCode, said: string): string {
  if (code === 'MULTIPLE_DOCS') return 'A file holds one document: drop this line and what follows it'
  const instead = INSTEAD[code]
  return instead === undefined ? said : `${said}: ${instead}`
}
