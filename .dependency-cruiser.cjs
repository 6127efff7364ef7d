/** Imports go one way (docs/architecture.md, "Layout"). */
const feature = '^libs/features/([^/]+)/';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'engine-is-pure-typescript',
      comment: 'The engine knows no Nest, no driver, no feature.',
      severity: 'error',
      from: { path: '^libs/event-sourcing/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(libs/(?!event-sourcing/)|apps/|samples/|node_modules/(@nestjs|fastify|libsql|mongodb|@eventstore))' },
    },
    {
      name: 'bridge-knows-no-feature-and-no-store',
      severity: 'error',
      from: { path: '^libs/event-sourcing-nest/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(libs/(features|stores)/|apps/|samples/)' },
    },
    { name: 'stores-know-the-ports-alone', severity: 'error', from: { path: '^libs/stores/([^/]+)/', pathNot: '\\.spec\\.ts$' }, to: { path: '^(libs/(features|event-sourcing-nest)/|apps/|samples/|libs/stores/(?!$1/))' } },
    {
      name: 'pure-core',
      comment: 'Events, deciders, views and folds import the engine and other events alone.',
      severity: 'error',
      from: { path: '^libs/features/.*(\\.events|\\.decider|\\.state|\\.timeline)\\.ts$|^libs/features/[^/]+/views/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(libs/(event-sourcing-nest|stores)/|apps/|node_modules/(@nestjs|fastify|libsql|mongodb|@eventstore)|(node:)?(fs|net|http|crypto|path|os|child_process)$)' },
    },
    {
      name: 'a-feature-imports-anothers-events-file-alone',
      severity: 'error',
      from: { path: feature, pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/features/(?!$1/)[^/]+/', pathNot: '^libs/features/([^/]+)/\\1\\.events\\.ts$' },
    },
    { name: 'no-feature-imports-a-store-or-an-app', severity: 'error', from: { path: feature, pathNot: '\\.spec\\.ts$' }, to: { path: '^(libs/stores/|apps/)' } },
    ...[
      ['settings', 'settings'],
      ['mail', 'settings|mail'],
      ['credentials', 'settings|credentials'],
      ['import', 'settings|credentials|import'],
      ['platform', 'settings|credentials|import|platform'],
      ['sign-in', 'settings|credentials|import|platform|mail|sign-in'],
    ].map(([room, may]) => ({
      name: `rooms-of-the-service-${room}`,
      severity: 'error',
      from: { path: `^apps/api/${room}/`, pathNot: '\\.spec\\.ts$' },
      to: { path: '^apps/api/[^/]+/', pathNot: `^apps/api/(${may})/` },
    })),
    {
      name: 'files-of-an-import-are-read-anywhere',
      comment: 'On a command line and in a browser.',
      severity: 'error',
      from: { path: '^libs/import-files/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(apps/|samples/|libs/(?!import-files/))|^(node:)?(fs|net|http|crypto|path|os|child_process)$', pathNot: '^libs/(event-sourcing/instants|event-sourcing-nest/(csv-line|spreadsheet-cells))\\.ts$' },
    },
    {
      name: 'the-console-knows-the-policy-and-how-files-are-read',
      comment: 'Everything else it has from the API: what it imports of ours runs in browsers.',
      severity: 'error',
      from: { path: '^apps/console/' },
      to: { path: '^(apps/(?!console/)|libs/|samples/)', pathNot: '^libs/(event-sourcing/policy\\.ts$|import-files/)' },
    },
    {
      name: 'a-resource-of-the-console-imports-no-other',
      severity: 'error',
      from: { path: '^apps/console/([^/]+)/', pathNot: '^apps/console/(api|layout|parts|i18n)/' },
      to: { path: '^apps/console/(?!$1/|(api|layout|parts|i18n)/)[^/]+/', },
    },
    {
      name: 'only-stores-ts-chooses-adapters',
      severity: 'error',
      from: { path: '^(apps|libs|samples)/', pathNot: '^(apps/api/(stores|backup|main)\\.ts$|apps/test/|libs/stores/|.*\\.spec\\.ts$)' },
      to: { path: '^libs/stores/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|bench)/' },
    enhancedResolveOptions: { conditionNames: ['source', 'import', 'node', 'default', 'types'], exportsFields: ['exports'], extensions: ['.ts', '.js', '.mjs'] },
  },
};
