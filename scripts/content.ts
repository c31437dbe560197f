import { checkFolder } from './content/check-folder'
import { newDemo, nextSteps } from './content/new-demo'
import { printProblems, printPushed } from './content/print'
import { readContentOptions, CONTENT_USAGE } from './content/read-options'
import type { ContentOptions } from './content/read-options'
import { withContext } from './content/with-context'
import { demoJsonSchema } from '~/domain/demo/format/schema'
import { pullContent } from '~/features/studio/folder/pull-content.server'
import { pushContent } from '~/features/studio/folder/push-content.server'

const options = optionsOrExit()

switch (options.command) {
  case 'new': {
    const made = await newDemo(options).catch((error: unknown) => error as Error)
    if (made instanceof Error) console.error(made.message)
    else console.log(nextSteps(made).join('\n'))
    process.exitCode = made instanceof Error ? 1 : 0
    break
  }
  case 'schema':
    console.log(JSON.stringify(demoJsonSchema(), null, 2))
    break
  case 'check': {
    const { problems, documents } = await checkFolder(options.directory)
    console.log(printProblems(problems, documents, options.directory).join('\n'))
    process.exitCode = problems.some(({ problem }) => problem.severity === 'error') ? 1 : 0
    break
  }
  case 'pull': {
    const pulled = await withContext((ctx) => pullContent({ ctx, input: options }))
    for (const { kind, slug, files } of pulled) console.log(`${kind} ${slug}: ${files} files`)
    break
  }
  case 'push': {
    const pushed = await withContext((ctx) => pushContent({ ctx, input: options }))
    console.log(printPushed(pushed).join('\n'))
    process.exitCode = pushed.some(({ outcome }) => outcome === 'refused') ? 1 : 0
    break
  }
}

function optionsOrExit(): ContentOptions {
  try {
    return readContentOptions(process.argv.slice(2))
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${CONTENT_USAGE}`)
    process.exit(2)
  }
}
