// Made answers for `frontends/kit/scripts/preview.ts`: how the pages look without services.
import {
  madeDraft,
  madeFigures,
  madeRegime,
  madeUnits,
  makeObligation,
  makeReport,
} from './testing/make-obligation.ts';

const accepted = makeReport({
  state: 'ACCEPTED',
  decidedBy: 'Chuyên viên – Văn phòng Tỉnh ủy',
  decidedAt: '2025-11-20T02:00:00Z',
});
const obligations = [
  makeObligation({ permissions: ['submit', 'saveDraft'] }),
  makeObligation({
    id: 'obligation-2',
    state: 'SUBMITTED_LATE',
    lateBySeconds: 7300,
    permissions: ['accept', 'return'],
    unit: madeUnits.home,
    report: makeReport({
      submissions: [
        {
          __typename: 'ReportSubmission',
          number: 1,
          submittedBy: 'Chuyên viên – Sở Nội vụ',
          submittedAt: '2025-11-20T03:00:00Z',
          decidedBy: null,
          decidedAt: null,
          reason: null,
          summary: '',
        },
      ],
    }),
  }),
  makeObligation({ id: 'obligation-3', state: 'ACCEPTED', report: accepted }),
  makeObligation({ id: 'obligation-4', state: 'OVERDUE', unit: madeUnits.home }),
];
const period = {
  periodFrom: '2025-11-14',
  periodTo: '2025-11-20',
  periodLabel: 'Tuần 14/11–20/11/2025',
  dueAt: '2025-11-20T01:00:00Z',
  owed: 20,
  submitted: 18,
};

export const answers = {
  'Query.reportObligations': (_: unknown, { filter }: { filter?: { mine?: boolean; toReceive?: boolean } }) => {
    const nodes = filter?.mine ? [obligations[0]] : filter?.toReceive ? [obligations[1]] : obligations;
    return {
      totalCount: nodes.length,
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      nodes,
    };
  },
  'Query.reportObligation': (_: unknown, { id }: { id: string }) => obligations.find((one) => one.id === id) ?? null,
  'Query.reportDraft': madeDraft,
  'Query.reportingRegimes': [madeRegime],
  'Query.periods': [{ __typename: 'ReportingPeriod', ...period }],
  'Query.punctuality': {
    ...period,
    onTime: 17,
    accepted: 15,
    overdue: 2,
    regime: madeRegime,
    missing: [obligations[3]],
  },
  'Query.consolidated': {
    ...period,
    accepted: 15,
    documentUrl: '/files/reporting/exports/consolidated.docx',
    regime: madeRegime,
    missingUnits: [madeUnits.home],
    totals: madeFigures,
    rows: obligations,
  },
};
