import { TextInput } from '@mantine/core';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { parse } from 'graphql';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { useAct } from '../graph/use-act.ts';
import { refuse } from '../testing/mocked-graph.ts';
import { renderPage } from '../testing/render-page.tsx';
import { Form, SavedNote } from './form.tsx';

interface Input {
  idempotencyKey: string;
  unitId: string;
  name: string;
  shortName: string;
  nameEn: string;
  on: string;
  expectedVersion: number;
}

const document = parse(
  'mutation RenameUnit($input: RenameUnitInput!) { renameUnit(input: $input) { unit { __typename id name } } }',
) as never as import('@graphql-typed-document-node/core').TypedDocumentNode<
  { renameUnit: { unit: { id: string; name: string } } },
  { input: Input }
>;

function RenamePage() {
  const act = useAct(document);
  const [name, setName] = useState('Sở Khoa học');
  return (
    <Form
      act={act}
      submitLabel="Lưu"
      onReload={() => undefined}
      onSubmit={() =>
        void act.submit({ unitId: 'u', name, shortName: name, nameEn: name, on: '2025-11-20', expectedVersion: 1 })
      }
    >
      {(field) => (
        <TextInput
          label="Tên"
          {...field('name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
    </Form>
  );
}

const keysOf = (asked: { variables: Record<string, unknown> }[]) =>
  asked.map(({ variables }) => (variables.input as Input).idempotencyKey);

test('a double click sends once, and a later save has a key of its own', async () => {
  const { asked } = renderPage(<RenamePage />);
  await userEvent.dblClick(screen.getByRole('button', { name: 'Lưu' }));
  expect(await screen.findByText(/Đã lưu \d\d:\d\d/)).toBeDefined();
  expect(asked).toHaveLength(1);
  await userEvent.type(screen.getByLabelText('Tên'), ' mới');
  await userEvent.click(screen.getByRole('button', { name: 'Lưu' }));
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(new Set(keysOf(asked)).size).toBe(2);
});

test('a refusal stands at its field and in the summary, and what was typed stays', async () => {
  renderPage(<RenamePage />, {
    answers: {
      'Mutation.renameUnit': () =>
        refuse('INVALID', 'NAME_TAKEN', 'Tên này đã có đơn vị khác dùng.', { field: 'name' }),
    },
  });
  await userEvent.clear(screen.getByLabelText('Tên'));
  await userEvent.type(screen.getByLabelText('Tên'), 'Sở mới');
  await userEvent.click(screen.getByRole('button', { name: 'Lưu' }));
  const summary = await screen.findByRole('alert');
  expect(summary.textContent).toContain('Tên này đã có đơn vị khác dùng.');
  expect(screen.getByLabelText('Tên').getAttribute('aria-invalid')).toBe('true');
  expect((screen.getByLabelText('Tên') as HTMLInputElement).value).toBe('Sở mới');
  await waitFor(() => expect(window.document.activeElement).toBe(summary));
});

test('the same thing sent again after a lost answer carries the same key', async () => {
  let calls = 0;
  const { asked } = renderPage(<RenamePage />, {
    answers: {
      'Mutation.renameUnit': () => {
        calls += 1;
        if (calls === 1) throw new Error('the line broke');
        return { unit: { __typename: 'Unit', id: 'u', name: 'x' } };
      },
    },
  });
  await userEvent.click(screen.getByRole('button', { name: 'Lưu' }));
  await screen.findByRole('alert');
  await userEvent.click(screen.getByRole('button', { name: 'Lưu' }));
  await screen.findByText(/Đã lưu/);
  const [first, second] = keysOf(asked);
  expect(second).toBe(first);
});

test('a stale form says so and offers the new version', async () => {
  renderPage(<RenamePage />, {
    answers: { 'Mutation.renameUnit': () => refuse('CONFLICT', 'STALE_VERSION', 'Đã có người sửa.') },
  });
  await userEvent.click(screen.getByRole('button', { name: 'Lưu' }));
  expect(await screen.findByText(/vẫn còn nguyên/)).toBeDefined();
  expect(screen.getByRole('button', { name: 'Lấy bản mới, giữ phần đã nhập' })).toBeDefined();
});

test('the time at which something was saved is told by the business clock, like every date of the page', () => {
  renderPage(<SavedNote at={new Date('2026-11-22T03:02:00Z')} />, { clockOffsetSeconds: -3600 });
  expect(screen.getByRole('status').textContent).toContain('Đã lưu 09:02');
});
