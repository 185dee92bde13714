import { fileURLToPath } from 'node:url'

// The direction of things: domain ← contract, training ← usecases ← {app, grader}. `npm run check` proves on a planted
// violation that these rules see anything at all (with TypeScript 7 they do so through @swc/core).

const VENDORS_WITH_CREDENTIALS = [
  '^lib/(db|env|auth|queue)[./]',
  '^lib/generated/',
  '(^|/)node_modules/(pg|pg-boss|next-auth|@prisma/)',
]

/** Only these folders of lib (and packages) may be imported from `from`. */
const onlyFrom = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.tsx?$' },
  to: { pathNot: allowed, dependencyTypesNot: ['core'] },
})

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^gradus$', '^server-only$', '\\.css$'] },
    },
    onlyFrom(
      'domain-is-pure',
      '^lib/domain/',
      ['^lib/domain/', '(^|/)node_modules/(zod|date-fns|@date-fns/tz)/'],
      'rules need no vendor; schemas and calendar arithmetic are pure',
    ),
    onlyFrom(
      'contract-stands-on-domain',
      '^lib/contract/',
      ['^lib/(contract|domain)/', '(^|/)node_modules/zod/', '(^|/)node_modules/@tensorflow/tfjs'],
      'the contract is shared by the browser, the boxes and the server',
    ),
    onlyFrom(
      'training-stands-on-contract',
      '^lib/training/',
      ['^lib/(training|contract|domain)/', '(^|/)node_modules/zod/', '(^|/)node_modules/@tensorflow/tfjs'],
      'the same training code runs in the browser and in the trainer',
    ),
    onlyFrom(
      'keras-stands-on-training',
      '^lib/keras/',
      ['^lib/(keras|training|contract|domain)/', '(^|/)node_modules/(zod|fflate|h5wasm|@tensorflow/tfjs)'],
      'a model is converted from bytes to bytes: no database, no page, no file',
    ),
    onlyFrom(
      'baselines-stand-on-contract',
      '^lib/baselines/',
      ['^lib/(baselines|contract|domain)/', '^lib/training/seeded-random\\.ts$', '(^|/)node_modules/ml-matrix/'],
      'classical models are rows in, numbers out',
    ),
    onlyFrom(
      'learner-stands-on-contract',
      '^lib/learner/',
      ['^lib/(learner|contract|domain)/', '(^|/)node_modules/zod/', '(^|/)node_modules/@tensorflow/tfjs'],
      "what runs a learner's module is the same in the grader's box and in the browser's sandbox",
    ),
    onlyFrom(
      'sandbox-program-stands-alone',
      '^app/sandbox/inside/',
      [
        '^app/sandbox/inside/',
        '^lib/(learner|training|contract|domain)/',
        '(^|/)node_modules/(zod|acorn|esbuild-wasm|@tensorflow/tfjs)',
      ],
      "it runs beside a learner's code, away from the app",
    ),
    {
      name: 'app-outside-the-sandbox-program',
      comment: 'the program is loaded into its own frame, never into a page',
      severity: 'error',
      from: { path: '^app/', pathNot: ['^app/sandbox/inside/', '\\.test\\.tsx?$'] },
      to: { path: '^app/sandbox/inside/' },
    },
    {
      name: 'training-is-handed-its-tf',
      comment: 'lib/training takes types of tfjs only: the caller decides which backend it trains on',
      severity: 'error',
      from: { path: '^(lib/(training|contract|learner|keras)|app/sandbox/inside)/', pathNot: '\\.test\\.ts$' },
      to: { path: '(^|/)node_modules/@tensorflow/', dependencyTypesNot: ['type-only'] },
    },
    onlyFrom(
      'playground-is-pure',
      '^lib/playground/',
      ['^lib/playground/', '^lib/training/seeded-random\\.ts$', '(^|/)node_modules/zod/'],
      'the playground’s numerics are a textbook: no vendor, no page, one seeded generator shared with training',
    ),
    onlyFrom(
      'catalogue-stands-on-contract',
      '^lib/catalogue/',
      ['^lib/(catalogue|contract|domain)/', '(^|/)node_modules/(?!pg|@prisma|next)'],
      'exercises and datasets are read without a database',
    ),
    {
      name: 'lib-knows-neither-app-nor-grader',
      severity: 'error',
      from: { path: '^lib/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(app|grader)/' },
    },
    { name: 'app-without-grader', severity: 'error', from: { path: '^app/' }, to: { path: '^grader/' } },
    { name: 'grader-without-app', severity: 'error', from: { path: '^grader/' }, to: { path: '^app/' } },
    {
      name: 'no-credentials-near-learner-code',
      comment: 'what runs beside learner code has nothing with credentials in its import graph, however far away',
      severity: 'error',
      from: { path: '^(grader/learner|app/sandbox/inside|lib/(contract|training|learner))/', pathNot: '\\.test\\.ts$' },
      to: { path: VENDORS_WITH_CREDENTIALS, reachable: true },
    },
    {
      name: 'one-door-to-the-database',
      comment:
        'the generated client is opened in lib/db.ts, its error class read in or-taken.ts; all else takes its types',
      severity: 'error',
      from: {
        pathNot: [
          '^lib/db\\.ts$',
          '^lib/usecases/or-taken\\.ts$',
          '^lib/generated/',
          '^prisma/',
          '^tests/',
          '\\.test\\.ts$',
        ],
      },
      to: { path: '^lib/generated/prisma/client', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'app-without-sql',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '(^|/)node_modules/(pg|pg-boss|@prisma/adapter-pg)/' },
    },
    {
      name: 'only-tests-import-tests',
      severity: 'error',
      from: { pathNot: ['^tests/', '\\.test\\.tsx?$', '^vitest\\.config\\.ts$', '^playwright\\.config\\.ts$'] },
      to: { path: ['^tests/', '\\.test\\.tsx?$'] },
    },
    {
      name: 'no-development-packages-at-run-time',
      severity: 'error',
      from: { path: '^(app|lib|grader)/', pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: ['(^|/)node_modules/', '^lib/generated/'] },
    exclude: {
      path: ['^lib/contract/gradus\\.d\\.ts$', '^\\.next/', '^next-env\\.d\\.ts$', '^deploy/local/dependency-fixture/'],
    },
    tsConfig: { fileName: fileURLToPath(new URL('tsconfig.json', import.meta.url)) },
    tsPreCompilationDeps: 'specify',

    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
}
