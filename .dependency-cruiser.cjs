/** The import boundaries of the house. Tests may import what they test, and the test support. */
const TEST = '\\.test(ing)?\\.tsx?$'

/** One rule a room: it builds on those named before it, and knows none of those after it. */
const oneWay = (folder, rooms) =>
  rooms.slice(0, -1).map((room, index) => ({
    name: `one-way:${folder}/${room}`,
    comment: `The rooms of ${folder} build on each other in this order: ${rooms.join(', ')}.`,
    severity: 'error',
    from: { path: `^${folder}/${room}/`, pathNot: TEST },
    to: { path: `^${folder}/(${rooms.slice(index + 1).join('|')})/` },
  }))

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle hides which part depends on which. Types count as well.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'domain-is-pure',
      comment: 'The domain imports nothing of ours but itself.',
      severity: 'error',
      from: { path: '^app/domain/', pathNot: TEST },
      to: { path: '^(app|db|scripts|tests|content|server\\.ts)', pathNot: '^app/domain/' },
    },
    {
      name: 'domain-has-few-libraries',
      comment:
        'zod, xstate, CEL, text comparison, and the parsers of YAML and MDX; no React, Remix, database, Node or environment.',
      severity: 'error',
      from: { path: '^app/domain/', pathNot: TEST },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'core', 'npm-no-pkg', 'npm-unknown', 'npm-optional', 'npm-peer'],
        pathNot:
          'node_modules/(zod|xstate|@marcbachmann/cel-js|diff|yaml|unified|remark-parse|remark-mdx|remark-gfm|remark-cjk-friendly|remark-cjk-friendly-gfm-strikethrough|unist-util-visit|@types/(mdast|unist|hast|estree|mdast-util-to-string)|mdast-util-[^/]+|vfile)/',
      },
    },
    {
      name: 'domain-basics-know-no-room',
      comment: 'What every room of the domain may use builds on none of them.',
      severity: 'error',
      from: { path: '^app/domain/[^/]+$', pathNot: TEST },
      to: { path: '^app/domain/[^/]+/' },
    },
    ...oneWay('app/domain', ['demo', 'access', 'trial', 'content', 'insight', 'audit']),
    ...oneWay('app/domain/demo', ['expression', 'format', 'screen', 'engine', 'checks', 'proof', 'compare']),
    {
      name: 'shortcuts-stand-behind-their-switch',
      comment: 'The engine alone takes them; others may turn them on and off.',
      severity: 'error',
      from: { pathNot: `(^app/domain/demo/engine/|${TEST})` },
      to: { path: '^app/domain/demo/engine/fast/', pathNot: '/fast-engine[.]ts$' },
    },
    {
      name: 'db-knows-the-domain-alone',
      comment: 'The database layer takes nothing from the rest of the app.',
      severity: 'error',
      from: { path: '^db/', pathNot: TEST },
      to: { path: '^(app|scripts|tests)/', pathNot: '^app/domain/' },
    },
    {
      name: 'db-knows-domain-types-alone',
      comment: 'Of the domain it takes types: rules and constants are handed to its queries.',
      severity: 'error',
      from: { path: '^db/', pathNot: TEST },
      to: { path: '^app/domain/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'platform-is-below-features',
      comment: 'What features build on knows none of them, and nothing that draws.',
      severity: 'error',
      from: { path: '^app/platform/', pathNot: TEST },
      to: { path: '^app/(features|host|routes|ui)/' },
    },
    {
      name: 'nothing-imports-the-host',
      comment: 'The host puts the application together: only the start, the tools and the tests know it.',
      severity: 'error',
      from: { path: '^(app/(domain|platform|features|ui|routes|root\\.tsx|entry)|db/)', pathNot: TEST },
      to: { path: '^app/host/' },
    },
    {
      name: 'islands-are-small',
      comment: 'The script of reading pages takes pure modules of the domain alone, and no library.',
      severity: 'error',
      from: { path: '^app/islands/', pathNot: TEST },
      to: { pathNot: '^app/(islands|domain)/' },
    },
    {
      name: 'features-stand-alone',
      comment: 'Features meet in routes.',
      severity: 'error',
      from: { path: '^app/features/([^/]+)/', pathNot: TEST },
      to: { path: '^app/features/([^/]+)/', pathNot: '^app/features/$1/' },
    },
    {
      name: 'features-know-no-routes',
      severity: 'error',
      from: { path: '^app/(features|platform|ui|domain)/' },
      to: { path: '^app/routes/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'components-draw-only',
      comment:
        'Components import domain, ui, and the schemas and view code of their feature: never the database or server code.',
      severity: 'error',
      from: {
        path: '^app/(features/.*[.]tsx|features/.*/components/|ui/)',
        pathNot: `(${TEST}|[.]server[.]tsx)`,
      },
      to: { path: '(^db/|^app/(platform|host)/|\\.server\\.tsx?$)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'ui-has-no-business',
      severity: 'error',
      from: { path: '^app/ui/' },
      to: { path: '^app/(features|routes)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'routes-stand-alone',
      comment: 'No route imports another, but for the type of its loader.',
      severity: 'error',
      from: { path: '^app/routes/' },
      to: { path: '^app/routes/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'routes-have-no-database',
      severity: 'error',
      from: { path: '^app/(routes/|root\\.tsx|entry)', pathNot: TEST },
      to: { path: '(^db/|node_modules/(drizzle-orm|postgres)/)' },
    },
    {
      name: 'queries-in-one-place',
      comment: 'SQL lives in db/queries; the rest of the app calls its functions.',
      severity: 'error',
      from: { path: '^app/(features|routes|ui)/', pathNot: TEST },
      to: { path: 'node_modules/(drizzle-orm|postgres)/' },
    },
    {
      name: 'permissions-are-asked-by-the-builder',
      comment: 'A use case declares whom it lets in (app/platform/verb); routes do so for their pages.',
      severity: 'error',
      from: {
        path: '^(app|db|scripts|server\\.ts)',
        pathNot: `(${TEST}|^app/platform/verb/|^app/platform/http/route-call\\.ts$)`,
      },
      to: { path: '^app/platform/verb/admit\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-audit-has-one-source',
      comment: 'A use case writes the actions that it declares, with the emitter that it is given.',
      severity: 'error',
      from: { path: '^(app|db|scripts|server\\.ts)', pathNot: `(${TEST}|^app/platform/audit/)` },
      to: { path: '^db/queries/insert-audit-entry\\.ts$' },
    },
    {
      name: 'the-emitter-comes-with-the-use-case',
      severity: 'error',
      from: { path: '^(app|db|scripts|server\\.ts)', pathNot: `(${TEST}|^app/platform/verb/)` },
      to: { path: '^app/platform/audit/record-audit\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-test-code-in-the-product',
      severity: 'error',
      from: {
        path: '^(app|db|scripts|server\\.ts)',
        pathNot: `(${TEST}|^db/testing|\\.testing\\.tsx?$|^scripts/(test|verify))`,
      },
      to: { path: '(^tests/|\\.test\\.tsx?$|^db/testing|\\.testing\\.tsx?$)' },
    },
    {
      name: 'everything-is-found',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|\\.data|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
