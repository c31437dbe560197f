/** The import boundaries of the house. Tests may import what they test, and the test support. */
const TEST = '\\.test\\.tsx?$'

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
        'zod, xstate, CEL, and the parsers of YAML and MDX; no React, Remix, database, Node or environment.',
      severity: 'error',
      from: { path: '^app/domain/', pathNot: TEST },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'core', 'npm-no-pkg', 'npm-unknown', 'npm-optional', 'npm-peer'],
        pathNot:
          'node_modules/(zod|xstate|@marcbachmann/cel-js|yaml|unified|remark-parse|remark-mdx|remark-gfm|remark-cjk-friendly|remark-cjk-friendly-gfm-strikethrough|unist-util-visit|@types/(mdast|unist|hast|estree|mdast-util-to-string)|mdast-util-[^/]+|vfile)/',
      },
    },
    {
      name: 'db-knows-domain-types-alone',
      comment: 'The database layer takes types from the domain, and nothing from the rest of the app.',
      severity: 'error',
      from: { path: '^db/', pathNot: TEST },
      to: { path: '^(app|scripts|tests)/', pathNot: '^app/domain/' },
    },
    {
      name: 'features-stand-alone',
      comment: 'Features meet in routes. Rendering of vetted content is shared by all that show it.',
      severity: 'error',
      from: { path: '^app/features/([^/]+)/', pathNot: TEST },
      to: { path: '^app/features/([^/]+)/', pathNot: '^app/features/($1|content)/' },
    },
    {
      name: 'features-know-no-routes',
      severity: 'error',
      from: { path: '^app/(features|server|ui|domain)/' },
      to: { path: '^app/routes/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'components-draw-only',
      comment:
        'Components import domain, ui, and the schemas and view code of their feature: never the database or server code.',
      severity: 'error',
      from: { path: '^app/(features/[^/]+/components|ui)/', pathNot: TEST },
      to: { path: '(^db/|^app/server/|\\.server\\.tsx?$)', dependencyTypesNot: ['type-only'] },
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
