import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '@lienthong/kit/refusal';
import type { Route } from '@lienthong/kit/server';
import { Packer } from 'docx';
import { demandExport } from '../obligations/obligation.policy.ts';
import { getRegime } from '../regimes/regime.service.ts';
import { dayInWords } from '../regimes/words.ts';
import type { ReportingContext } from '../reporting-context.ts';
import { contentOf } from './consolidated.content.ts';
import { consolidatedDocument } from './consolidated.document.ts';
import { rowsOfPeriod } from './consolidation.service.ts';
import { styleOf } from './document-style.ts';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** `GET /files/reporting/exports/consolidated.docx?regimeId=…&period=…`, streamed. */
export const consolidatedRoute: Route<ReportingContext> = {
  method: 'GET',
  path: '/files/reporting/exports/consolidated.docx',
  async handle(context, { response, url }) {
    const regimeId = url.searchParams.get('regimeId') ?? '';
    const periodFrom = url.searchParams.get('period') ?? '';
    const regime = await getRegime(context, regimeId);
    demandExport(context, regime);
    const period = await rowsOfPeriod(context, regimeId, periodFrom);
    const { hierarchy, clock } = context;
    const issuer = hierarchy.find(regime.recipientUnitId ?? '');
    if (!issuer) throw new Refusal('NOT_FOUND', 'NO_RECIPIENT_HERE');
    const parentId = hierarchy.parent(issuer.id, clock.today());
    const place = await context.gateway.provinceName(regime.provinceId, context.requestId);
    const paper = consolidatedDocument({
      style: styleOf(issuer, (parentId && hierarchy.find(parentId)) || null),
      placeAndDate: `${place ?? '…………'}, ${dayInWords(clock.today(), 'vi')}`,
      content: await contentOf(context, period),
    });
    response.writeHead(200, {
      'content-type': MEDIA_TYPE,
      'content-disposition': `attachment; filename="bao-cao-tong-hop-${period.periodFrom}.docx"`,
      'cache-control': 'private, no-store',
    });
    // The library names a bare Stream; what it makes is readable.
    await pipeline(Packer.toStream(paper) as Readable, response);
  },
};
