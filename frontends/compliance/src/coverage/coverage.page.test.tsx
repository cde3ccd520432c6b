import { renderPage } from '@lienthong/frontend-kit/testing/render-page.tsx';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { madeUnits } from '../testing/make-system.ts';
import CoveragePage from './coverage.page.tsx';

const cell = (duty: string, label: string, word: string, standing: string) => ({
  __typename: 'CoverageCell',
  duty,
  label,
  word,
  standing,
});

const row = (unit: unknown, systems = 2) => ({
  __typename: 'CoverageRow',
  unit,
  figures: {
    __typename: 'ComplianceFigures',
    systems,
    approvedDossiers: 1,
    failedChecks: 1,
    unknownChecks: 0,
    staleChecks: 0,
  },
  cells: [
    cell('LEVEL', 'Cấp độ', '1 chưa phê duyệt', 'BAD'),
    cell('SYSTEMS', 'Hệ thống', '2 hệ thống', 'GOOD'),
    cell('CERTIFICATE', 'Chứng thư', 'Chưa kiểm tra', 'NONE'),
  ],
});

const open = (nodes: readonly unknown[], totalCount = nodes.length, permissions?: string[]) =>
  renderPage(<CoveragePage />, {
    at: '/compliance',
    path: 'compliance',
    unit: madeUnits.police,
    permissions,
    answers: {
      'Query.coverage': {
        totalCount,
        pageInfo: { __typename: 'PageInfo', hasNextPage: totalCount > nodes.length, endCursor: 'after' },
        nodes,
      },
    },
  });

test('each word of the grid leads to the systems behind it', async () => {
  open([row(madeUnits.science)]);
  const shown = (await screen.findAllByRole('row'))[1] as HTMLElement;
  expect(within(shown).getByText('1/2 hệ thống đã duyệt cấp độ')).toBeTruthy();
  const level = within(shown).getByRole('link', { name: 'Cấp độ: 1 chưa phê duyệt. Mở các hệ thống của Sở KH&CN' });
  expect(level.getAttribute('href')).toBe('/compliance/systems?owner=38.skhcn');
  expect(level.querySelector('[data-tone=late]')).toBeTruthy();
});

test('while the units service is down the grid keeps its words', async () => {
  open([row(null), row(null)]);
  expect(await screen.findAllByText('Đơn vị (chưa tải được tên)')).toHaveLength(2);
  expect(screen.getAllByText('1 chưa phê duyệt')).toHaveLength(2);
});

test('more units come page by page', async () => {
  const { asked } = open([row(madeUnits.science)], 40);
  await userEvent.setup().click(await screen.findByRole('button', { name: 'Xem thêm' }));
  expect(asked.at(-1)?.variables).toMatchObject({ after: 'after' });
});

test('who may not register is not offered it, and an empty grid says whose it would be', async () => {
  open([], 0, ['systems.read']);
  expect(await screen.findByText('Chưa có đơn vị nào để xem')).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Đăng ký hệ thống' })).toBeNull();
});
