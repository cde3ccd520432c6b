import { useQuery } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { screen, waitFor } from '@testing-library/react';
import { parse } from 'graphql';
import { expect, test, vi } from 'vitest';
import { renderPage } from '../testing/render-page.tsx';
import { LivePages, shows } from './live.ts';
import { useLive } from './use-live.ts';

const document = parse('query Title { unit(id: "u") { __typename id name } }') as TypedDocumentNode<
  { unit: { name: string } },
  Record<string, never>
>;

function Page({ types = [] as string[] }) {
  const { data } = useQuery(document);
  useLive(types);
  return <p>{data?.unit.name}</p>;
}

test('a page that shows what somebody changed asks again', async () => {
  let name = 'Tên cũ';
  const { changed, asked } = renderPage(<Page />, { answers: { 'Unit.name': () => name } });
  await screen.findByText('Tên cũ');
  name = 'Tên mới';
  changed('Unit', 'u');
  changed('Unit', 'other');
  expect(await screen.findByText('Tên mới')).toBeDefined();
  expect(asked).toHaveLength(2);
});

test('a page that shows nothing of it does not', async () => {
  const { changed, asked } = renderPage(<Page />);
  await waitFor(() => expect(asked).toHaveLength(1));
  changed('Task', 't');
  await new Promise((done) => setTimeout(done, 500));
  expect(asked).toHaveLength(1);
});

test('a page may name what it does not show yet', async () => {
  const { changed, asked } = renderPage(<Page types={['Task']} />);
  await waitFor(() => expect(asked).toHaveLength(1));
  changed('Task', 't');
  await waitFor(() => expect(asked).toHaveLength(2), { timeout: 2000 });
});

test('types are found anywhere in an answer', () => {
  const answer = { plans: [{ __typename: 'Plan', tasks: { nodes: [{ __typename: 'Task', id: '1' }] } }] };
  expect(shows(answer, new Set(['Task']))).toBe(true);
  expect(shows(answer, new Set(['Report']))).toBe(false);
});

test('after an interruption everything on the screen is asked for again, with growing patience', () => {
  vi.useFakeTimers();
  const opened: { onopen?: () => void; onerror?: () => void; close: () => void }[] = [];
  const refetchQueries = vi.fn();
  const live = new LivePages({ refetchQueries } as never, () => {
    const source = { close: () => undefined };
    opened.push(source);
    return source as never;
  });
  const stop = live.start();
  opened[0]?.onopen?.();
  expect(refetchQueries).not.toHaveBeenCalled();
  opened[0]?.onerror?.();
  vi.advanceTimersByTime(1_300);
  opened[1]?.onerror?.();
  vi.advanceTimersByTime(1_300);
  expect(opened).toHaveLength(2);
  vi.advanceTimersByTime(1_300);
  expect(opened).toHaveLength(3);
  opened[2]?.onopen?.();
  expect(refetchQueries).toHaveBeenCalledWith({ include: 'active' });
  stop();
  vi.useRealTimers();
});
