import { buildSubgraph, printSubgraphSchema } from '@lienthong/kit/subgraph';
import { definition } from './service.ts';

process.stdout.write(`${printSubgraphSchema(buildSubgraph(definition.graph)).trim()}\n`);
