import { Group, Select } from '@lienthong/frontend-kit/mantine';
import { useReportNames } from '../obligations/names.ts';
import type { useRegimePeriod } from './use-regime-period.ts';
import { punctualityWords } from './words.ts';

/** Chooses what the page is about. */
export function RegimePeriod({ chosen }: { chosen: ReturnType<typeof useRegimePeriod> }) {
  const words = punctualityWords.useWords();
  const { regimeName } = useReportNames();
  return (
    <Group gap="sm" align="flex-end" mb="md" className="lt-no-print">
      <Select
        label={words('regime')}
        w={{ base: '100%', sm: 420 }}
        searchable
        allowDeselect={false}
        data={chosen.regimes.map((regime) => ({
          value: regime.id,
          label: regime.plan?.number ? `${regime.plan.number}: ${regimeName(regime)}` : regimeName(regime),
        }))}
        value={chosen.regime?.id ?? null}
        onChange={(value) => value && chosen.choose({ regime: value, period: undefined })}
      />
      <Select
        label={words('period')}
        w={{ base: '100%', sm: 260 }}
        searchable
        allowDeselect={false}
        data={chosen.periods.map((period) => ({ value: period.periodFrom, label: period.periodLabel }))}
        value={chosen.period?.periodFrom ?? null}
        onChange={(value) => value && chosen.choose({ period: value })}
      />
    </Group>
  );
}
