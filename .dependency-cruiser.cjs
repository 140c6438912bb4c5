// Who may import whom (docs/ARCHITECTURE.md, "Imports"). Read by tools/walls.ts, which adds what cannot be said here;
// tests/walls/ plants a violation of every rule and expects it to be found.

const rooms =
  '^server/(inbox|contacts|conversations|outbound|campaigns|calls|media|downstream|privacy|access|changes|numbers|templates|asks|errands|teams|notes|canned-replies|drafts|labels|audit|presence|reports|exports|imports|relay)/';
const tests = '\\.(test|e2e)\\.tsx?$';
const ours = '^(identity|whatsapp|simulator|contract|server|desk|tests|tools)/';
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const product = (folder) => ({ path: folder, pathNot: tests });

module.exports = {
  forbidden: [
    forbid('no-circles', 'Two files that need each other are one file.', {}, { circular: true }),
    forbid('all-found', 'An import that leads nowhere hides from every other rule.', {}, { couldNotResolve: true }),
    forbid('identity-alone', 'Who is who is pure: no dependencies, no clock, no I/O.', product('^identity/'), {
      pathNot: '^identity/',
    }),
    forbid('whatsapp-on-identity', "Meta's language needs identity and node:crypto.", product('^whatsapp/'), {
      pathNot: ['^whatsapp/', '^identity/', '^(node:)?crypto$'],
    }),
    forbid(
      'simulator-apart',
      'Were a reader shared with the service, a wrong belief about Meta would pass every test.',
      { path: '^simulator/' },
      { path: ours, pathNot: '^simulator/' },
    ),
    forbid(
      'contract-on-zod',
      'The contract is published: zod, for its client also standardwebhooks, and nothing else.',
      product('^contract/'),
      {
        pathNot: ['^contract/', '(^|/)node_modules/(zod|standardwebhooks)/'],
      },
    ),
    forbid(
      'contract-apart-from-its-client',
      'Shapes are for everybody; only the client checks signatures.',
      { path: '^contract/[^/]+\\.ts$' },
      { path: ['^contract/client/', '(^|/)node_modules/standardwebhooks/'] },
    ),
    forbid('desk-on-contract', 'The desk knows the service by its contract only.', product('^desk/'), {
      path: ours,
      pathNot: ['^desk/', '^contract/'],
    }),
    forbid(
      'desk-without-schemas',
      'The schemas bring zod, which no page needs: of the contract the desk takes types, and values from files without schemas.',
      product('^desk/'),
      { path: '^contract/index\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    forbid('server-on-its-own', 'The service knows identity, whatsapp and the contract.', product('^server/'), {
      path: ours,
      pathNot: '^(server|identity|whatsapp|contract)/',
    }),
    forbid(
      'no-product-on-tests',
      'Nothing that runs imports a test.',
      { pathNot: [tests, '^tests/'] },
      { path: tests },
    ),
    forbid(
      'main-is-the-top',
      'Only the command line starts the service.',
      { path: '^server/', pathNot: ['^server/cli/', tests] },
      {
        path: '^server/main\\.ts$',
      },
    ),
    forbid(
      'cli-is-the-top',
      'Nothing inside calls the command line.',
      { path: '^server/', pathNot: ['^server/cli/', tests] },
      {
        path: '^server/cli/',
      },
    ),
    forbid('doors-apart', 'A request and a clock meet in a flow.', product('^server/http/'), { path: '^server/jobs/' }),
    forbid('doors-apart-too', 'A request and a clock meet in a flow.', product('^server/jobs/'), {
      path: '^server/http/',
    }),
    forbid('flows-below-doors', 'A flow knows no door and no screen.', product('^server/flows/'), {
      path: '^server/(http|jobs|views)/',
    }),
    forbid('views-below-doors', 'A view reads; it knows no door and no flow.', product('^server/views/'), {
      path: '^server/(http|jobs|flows)/',
    }),
    forbid('rooms-below-flows', 'A room knows no door, no flow, no screen.', product(rooms), {
      path: '^server/(http|jobs|flows|views)/',
    }),
    forbid('rooms-apart', 'Rooms never import rooms: a flow brings them together.', product(rooms), {
      path: rooms,
      pathNot: '^server/$1/',
    }),
    forbid('db-at-the-bottom', 'The way to the database knows nothing above it.', product('^server/db/'), {
      path: '^server/',
      pathNot: '^server/(db/|[^/]+\\.ts$)',
    }),
    forbid(
      'blobs-at-the-doors',
      'Behind a store of bytes is a disk or a network: what holds a transaction never reaches it.',
      { path: ['^server/(flows|views|db)/', rooms], pathNot: tests },
      { path: '^server/blobs/' },
    ),
    forbid('blobs-on-their-own', 'A store of bytes knows nobody whose they are.', product('^server/blobs/'), {
      path: '^server/',
      pathNot: ['^server/blobs/', '^server/[^/]+\\.ts$'],
    }),
    forbid(
      'rules-are-pure',
      'Load, decide, save: no rule reads.',
      { path: '^server/.*/rules[^/]*\\.ts$', pathNot: tests },
      {
        path: [
          '^server/db/',
          '/store[^/]*\\.ts$',
          '(^|/)node_modules/(pg|fastify|kysely)/',
          '^(node:)?(fs|net|http|https|child_process|dns|tls|worker_threads)(/|$)',
        ],
      },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.throughline)/|^tests/readiness/fixtures/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
