import { Button } from '@mantine/core';
import { Link, Navigate, type RouteObject, useRoutes } from 'react-router';
import { useViewer } from '../graph/viewer.ts';
import { ForbiddenNotice, Notice, PageSkeleton } from '../ui/notices.tsx';
import { wordOf } from '../words/words.ts';
import { Area, FaultNotice } from './area.tsx';
import { ComposedPage } from './composed.page.tsx';
import { firstPlaceOf } from './first-place.ts';
import { moduleTitle } from './frame.tsx';
import type { Modules } from './use-modules.ts';
import { portalWords } from './words.ts';

/** The pages of all modules that have arrived, and an answer for every other address. */
export function Pages({ modules }: { modules: Modules }) {
  const viewer = useViewer();
  const routes: RouteObject[] = [
    { path: '/', element: <Navigate to={`/${firstPlaceOf(viewer.membership.role)}`} replace /> },
    { path: '/my-work', element: <ComposedPage place="my-work" modules={modules} /> },
    { path: '/overview', element: <ComposedPage place="overview" modules={modules} /> },
    ...modules.list.flatMap(({ module }) =>
      (module?.routes ?? [])
        .filter((page) => page.blocs.includes(viewer.portal))
        .map((page) => ({
          path: `/${page.path}`,
          element: viewer.may(page.permission) ? (
            <Area
              key={page.path}
              level={1}
              name={wordOf(module?.messages.namespace ?? '', page.title)}
              lazy={page.lazy}
            />
          ) : (
            <ForbiddenNotice level={1} />
          ),
        })),
    ),
    { path: '*', element: <Elsewhere modules={modules} /> },
  ];
  return useRoutes(routes);
}

/** The address may belong to a module that is still on its way, or did not arrive. */
function Elsewhere({ modules }: { modules: Modules }) {
  const words = portalWords.useWords();
  if (modules.registryFailed) {
    return (
      <FaultNotice level={1} name={words('start.registry')} fault={{ kind: 'unreachable' }} onRetry={modules.reload} />
    );
  }
  if (modules.pending) return <PageSkeleton />;
  const failed = modules.list.filter(({ fault }) => fault);
  if (failed.length > 0) {
    return failed.map((module) =>
      module.fault ? (
        <FaultNotice
          key={module.name}
          level={1}
          name={moduleTitle(module)}
          fault={module.fault}
          onRetry={module.retry}
        />
      ) : null,
    );
  }
  return (
    <Notice
      level={1}
      title={words('notFound.title')}
      action={
        <Button component={Link} to="/">
          {words('notFound.home')}
        </Button>
      }
    >
      {words('notFound.text')}
    </Notice>
  );
}
