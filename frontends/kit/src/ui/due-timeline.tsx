import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';

export interface DueDay {
  on: string;
  due: number;
}

const Drawing = lazy(() => import('./due-timeline.drawing.tsx'));

/** How many fall due on each of the coming days, drawn and as a table; arrives only when it is looked at. */
export function DueTimeline(props: {
  caption: string;
  days: readonly DueDay[];
  today: string;
  to?: (day: string) => string;
}) {
  return (
    <Suspense fallback={<Skeleton h={160} />}>
      <Drawing {...props} />
    </Suspense>
  );
}
