import { buildSubgraph, printSubgraphSchema } from '@lienthong/kit/subgraph';
import { graph } from './service.ts';

process.stdout.write(`${printSubgraphSchema(buildSubgraph(graph)).trim()}\n`);
