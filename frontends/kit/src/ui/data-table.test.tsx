import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderPage } from '../testing/render-page.tsx';
import { type Column, DataTable } from './data-table.tsx';

interface Row {
  id: string;
  title: string;
  count: number | null;
}

const rows: Row[] = Array.from({ length: 5 }, (_, index) => ({
  id: `r${index}`,
  title: `Nhiệm vụ ${index + 1}`,
  count: index === 2 ? null : index,
}));
const columns: Column<Row>[] = [
  { id: 'title', title: 'Nhiệm vụ', cell: (row) => row.title },
  { id: 'count', title: 'Số lượng', cell: (row) => row.count, number: true },
  { id: 'extra', title: 'Thêm', cell: () => 'x', hidden: true },
];

test('tells assistive tools how many rows there are, shown or not', () => {
  renderPage(<DataTable caption="Danh sách" columns={columns} rows={rows} rowId={(row) => row.id} totalCount={61} />);
  const table = screen.getByRole('table', { name: 'Danh sách' });
  expect(table.getAttribute('aria-rowcount')).toBe('62');
  expect(within(table).getAllByRole('row')).toHaveLength(6);
  expect(within(table).getAllByRole('columnheader')).toHaveLength(2);
  expect(screen.getByText('5 trên 61 dòng')).toBeDefined();
});

test('an empty value is a dash', () => {
  renderPage(<DataTable caption="Danh sách" columns={columns} rows={rows} rowId={(row) => row.id} />);
  const third = screen.getAllByRole('row')[3] as HTMLElement;
  expect(within(third).getAllByRole('cell')[1]?.textContent).toContain('—');
});

test('the choice of columns stands in the address', async () => {
  const { router } = renderPage(
    <DataTable caption="Danh sách" columns={columns} rows={rows} rowId={(row) => row.id} />,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Cột' }));
  await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: /Thêm/ }));
  expect(router.state.location.search).toBe('?columns=title%2Ccount%2Cextra');
  expect(screen.getAllByRole('columnheader')).toHaveLength(3);
});

test('what is selected gets a bar of acts', async () => {
  renderPage(
    <DataTable
      caption="Danh sách"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowTitle={(row) => row.title}
      bulk={(selected) => <button type="button">Đôn đốc {selected.length}</button>}
    />,
  );
  await userEvent.click(screen.getByRole('checkbox', { name: 'Chọn dòng Nhiệm vụ 2' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Chọn dòng Nhiệm vụ 4' }));
  expect(screen.getByRole('button', { name: 'Đôn đốc 2' })).toBeDefined();
  await userEvent.click(screen.getByRole('checkbox', { name: 'Chọn tất cả' }));
  expect(screen.getByRole('button', { name: 'Đôn đốc 5' })).toBeDefined();
});

test('arrow keys go from row to row', async () => {
  renderPage(<DataTable caption="Danh sách" columns={columns} rows={rows} rowId={(row) => row.id} />);
  const [, first, second] = screen.getAllByRole('row') as HTMLElement[];
  first?.focus();
  await userEvent.keyboard('{ArrowDown}');
  await new Promise((done) => requestAnimationFrame(done));
  expect(document.activeElement).toBe(second);
});

test('no row is said in words', () => {
  renderPage(<DataTable caption="Danh sách" columns={columns} rows={[]} rowId={(row) => row.id} />);
  expect(screen.getByText('Chưa có gì ở đây')).toBeDefined();
});
