import { Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useViewer } from '../graph/viewer.ts';
import type { ModuleWidget } from '../module-contract.ts';
import { EmptyNotice, PageSkeleton } from '../ui/notices.tsx';
import { PageHeader, PrintButton } from '../ui/page-header.tsx';
import { Area, FaultNotice } from './area.tsx';
import classes from './composed.module.css';
import { moduleTitle } from './frame.tsx';
import type { Modules } from './use-modules.ts';
import { portalWords } from './words.ts';

/** "Việc của tôi" and "Tổng quan": the cards modules bring for that place, in their order. */
export function ComposedPage({ place, modules }: { place: ModuleWidget['place']; modules: Modules }) {
  const words = portalWords.useWords();
  const viewer = useViewer();
  const widgets = modules.list
    .flatMap((from) => (from.module?.widgets ?? []).map((widget) => ({ ...widget, from })))
    .filter((widget) => widget.place === place && widget.blocs.includes(viewer.portal) && viewer.may(widget.permission))
    .sort((a, b) => a.order - b.order);
  const failed = modules.list.filter(({ fault }) => fault);
  const waiting = useShortWait() && modules.pending;
  return (
    <>
      <PageHeader
        title={words(place === 'my-work' ? 'myWork' : 'overview')}
        below={`${viewer.membership.unit.name}`}
        actions={place === 'overview' ? <PrintButton /> : null}
      />
      <Stack gap="lg">
        {waiting ? (
          <PageSkeleton head={false} rows={8} />
        ) : (
          widgets.map((widget) => (
            <section key={`${widget.from.name}/${widget.name}`} className={classes.card}>
              <Area
                name={moduleTitle(widget.from)}
                lazy={widget.lazy}
                skeleton={<PageSkeleton head={false} rows={5} />}
              />
            </section>
          ))
        )}
        {failed.map((module) =>
          module.fault && !waiting ? (
            <section key={module.name} className={classes.card}>
              <FaultNotice name={moduleTitle(module)} fault={module.fault} onRetry={module.retry} />
            </section>
          ) : null,
        )}
        {!waiting && modules.pending ? <PageSkeleton head={false} rows={3} /> : null}
        {!modules.pending && widgets.length === 0 && failed.length === 0 ? (
          <EmptyNotice title={words(place === 'my-work' ? 'empty.myWork' : 'empty.overview')} />
        ) : null}
      </Stack>
    </>
  );
}

/** Cards appear together and in their order when all modules are quick; one that is not holds nobody up for long. */
function useShortWait(): boolean {
  const [waiting, setWaiting] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setWaiting(false), 1_500);
    return () => clearTimeout(timer);
  }, []);
  return waiting;
}
