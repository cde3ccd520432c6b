import { buildSubgraph, printSubgraphSchema } from '@lienthong/kit/subgraph';
import { service } from './service.ts';

process.stdout.write(`${printSubgraphSchema(buildSubgraph(service.graph)).trim()}\n`);
