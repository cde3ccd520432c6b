import { useLive, useViewer } from '@lienthong/frontend-kit/graph';
import { SegmentedControl } from '@lienthong/frontend-kit/mantine';
import { addDays, DateField, FilterBar, PageHeader, PrintButton, useAddressState } from '@lienthong/frontend-kit/ui';
import { moduleWords } from '../words.ts';
import { DateSlider } from './date-slider.tsx';
import { UnitChanges } from './unit-changes.tsx';
import { UnitTree } from './unit-tree.tsx';
import { unitWords } from './words.ts';

const views = ['tree', 'table', 'changes'] as const;
/** The slider reaches from before the two-tier government of July 2025 to a year ahead. */
const sliderFrom = '2025-01-01';

/** Who stands where, on any day; and what changed between two. */
export default function UnitTreePage() {
  const title = moduleWords.useWords()('units.title');
  const words = unitWords.useWords();
  const viewer = useViewer();
  const address = useAddressState();
  useLive(['Unit']);
  const view = views.find((known) => known === address.get('view')) ?? 'tree';
  const asOf = address.get('asOf') ?? viewer.today;
  // A field emptied to type another date into it asks for nothing yet.
  const setDay = (key: 'asOf' | 'from' | 'to') => (date: string) => {
    if (date) address.set({ [key]: date });
  };
  const from = address.get('from') ?? sliderFrom;
  const to = address.get('to') ?? viewer.today;

  return (
    <>
      <PageHeader title={title} actions={<PrintButton />} />
      <SegmentedControl
        mb="sm"
        className="lt-no-print"
        aria-label={words('view.label')}
        data={views.map((value) => ({ value, label: words(`view.${value}`) }))}
        value={view}
        onChange={(value) => address.set({ view: value === 'tree' ? undefined : value })}
      />
      {view === 'changes' ? (
        <>
          <FilterBar search={false} filters={[]}>
            <DateField label={words('changes.from')} size="xs" w={150} value={from} onChange={setDay('from')} />
            <DateField
              label={words('changes.to')}
              size="xs"
              w={150}
              value={to}
              error={to < from ? words('changes.reversed') : undefined}
              onChange={setDay('to')}
            />
          </FilterBar>
          {to < from ? null : <UnitChanges from={from} to={to} />}
        </>
      ) : (
        <>
          <FilterBar
            filters={[
              {
                id: 'bloc',
                label: words('tree.bloc'),
                kind: 'one',
                choices: (['PARTY', 'GOVERNMENT'] as const).map((value) => ({ value, label: words(`bloc.${value}`) })),
              },
            ]}
          >
            <DateField label={words('tree.asOf')} size="xs" w={150} value={asOf} onChange={setDay('asOf')} />
          </FilterBar>
          <DateSlider
            label={words('tree.slide')}
            from={sliderFrom}
            to={addDays(viewer.today, 365)}
            value={asOf}
            onChange={setDay('asOf')}
          />
          <UnitTree view={view} asOf={asOf} />
        </>
      )}
    </>
  );
}
