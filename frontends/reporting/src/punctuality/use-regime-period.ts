import { useQuery } from '@lienthong/frontend-kit/graph';
import type { ViewerShown } from '@lienthong/frontend-kit/graph/viewer.ts';
import { useAddressState } from '@lienthong/frontend-kit/ui';
import { PeriodChoicesDocument, RegimeChoicesDocument } from '../generated/graphql.ts';

/**
 * Which regime and which of its periods a page is about, kept in the address bar. Without a choice: the first regime
 * whose reports the viewer's unit receives, and its period that is due next, or the last one.
 */
export function useRegimePeriod({ today, membership }: ViewerShown) {
  const unitId = membership.unit.id;
  const address = useAddressState();
  const regimes = useQuery(RegimeChoicesDocument);
  const list = regimes.data?.reportingRegimes ?? [];
  const regime =
    list.find(({ id }) => id === address.get('regime')) ??
    list.find(({ recipient }) => recipient?.id === unitId) ??
    list[0];
  const asked = useQuery(PeriodChoicesDocument, { variables: { regimeId: regime?.id ?? '' }, skip: !regime });
  const periods = asked.data?.periods ?? [];
  const current = [...periods].reverse().find(({ periodFrom, periodTo }) => periodFrom <= today && periodTo >= today);
  const period = periods.find(({ periodFrom }) => periodFrom === address.get('period')) ?? current ?? periods[0];
  return {
    regimes: list,
    regime,
    periods,
    period,
    answer: regimes,
    pending: regimes.loading || asked.loading,
    choose: (choice: { regime?: string; period?: string }) => address.set(choice),
  };
}
