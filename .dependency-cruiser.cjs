/** Who may import whom: each rule with its reason. */
const services = '(identity|units|plans|reporting|compliance|launcher)';
const modules = '(plans|units|reporting|compliance)';

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'services-meet-in-the-graph',
      comment: 'No service imports another; what crosses is a schema under review.',
      severity: 'error',
      from: { path: `^services/${services}/` },
      to: { path: `^services/${services}/`, pathNot: '^services/$1/' },
    },
    {
      name: 'kits-know-nobody',
      comment: 'The kit serves all services; the policy serves all and needs no service.',
      severity: 'error',
      from: { path: '^services/(kit|policy)/' },
      to: { path: [`^services/${services}/`, '^gateway/', '^frontends/', '^e2e/'] },
    },
    {
      name: 'gateway-uses-the-kit-only',
      comment: 'The gateway knows services by their schema, not by their code.',
      severity: 'error',
      from: { path: '^gateway/' },
      to: { path: [`^services/${services}/`, '^services/policy/', '^frontends/', '^e2e/'] },
    },
    {
      name: 'frontends-keep-to-themselves',
      comment: 'A module or portal uses the frontend kit; what it needs of others it asks of the graph.',
      severity: 'error',
      from: { path: `^frontends/(party|government|${modules.slice(1, -1)})/` },
      to: { path: ['^services/', '^gateway/', '^frontends/'], pathNot: ['^frontends/$1/', '^frontends/kit/'] },
    },
    {
      name: 'resolvers-know-no-sql',
      comment: 'A resolver states who may call, calls the service and returns.',
      severity: 'error',
      from: { path: '\\.resolver\\.ts$' },
      to: { path: 'node_modules/typeorm' },
    },
    {
      name: 'slices-share-values-not-doors',
      comment: "A slice may use another's entity, service, reference or value; never its resolver, inputs or loader.",
      severity: 'error',
      from: { path: '^services/[^/]+/src/([^/]+)/' },
      to: {
        path: '^services/[^/]+/src/[^/]+/[^/]+\\.(resolver|inputs|loader)\\.ts$',
        pathNot: '^services/[^/]+/src/$1/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)dist/', '\\.generated\\.ts$', '(^|/)generated/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['development', 'import', 'default'] },
  },
};
