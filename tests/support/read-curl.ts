/** A request parsed from a curl command of the docs. */
export interface CurlRequest {
  method: string
  url: string
  headers: Record<string, string>
  body: string | undefined
}

/** The words of a shell command. Supports only quotes and continued lines. */
const wordsOf = (command: string): string[] =>
  [...command.replaceAll('\\\n', ' ').matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  )

/** Parses the options that the docs use; any other is an error, so that every documented option is tested. */
export function readCurl(command: string, variables: Record<string, string>): CurlRequest {
  const filled = Object.entries(variables).reduce(
    (text, [name, value]) => text.replaceAll(`$${name}`, value),
    command,
  )
  const [program, ...words] = wordsOf(filled)
  if (program !== 'curl') throw new Error(`not a curl command: ${command}`)
  const request: CurlRequest = { method: 'GET', url: '', headers: {}, body: undefined }
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (!word.startsWith('-')) request.url = word
    else takeOption(request, word, words[(at += 1)] ?? '')
  }
  return request
}

function takeOption(request: CurlRequest, option: string, value: string): void {
  switch (option) {
    case '-X':
      request.method = value
      return
    case '-d':
      request.body = value
      return
    case '-H': {
      const [name = '', ...rest] = value.split(': ')
      request.headers[name.toLowerCase()] = rest.join(': ')
      return
    }
    default:
      throw new Error(`curl ${option} is not read by the test`)
  }
}
