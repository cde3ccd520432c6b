import { renderPage } from '@lienthong/frontend-kit/testing/render-page.tsx';
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { madeUnits, makeCheck, makeDossier, makeSystem } from '../testing/make-system.ts';
import SystemListPage from './system-list.page.tsx';

const open = (at: string, nodes: readonly unknown[]) =>
  renderPage(<SystemListPage />, {
    at,
    path: 'compliance/systems',
    unit: madeUnits.police,
    answers: {
      'Query.unit': madeUnits.science,
      'Query.informationSystems': {
        totalCount: nodes.length,
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        nodes,
      },
    },
  });

test('each row says whose it is, its level, where its dossier stands and what its checks found', async () => {
  open('/compliance/systems', [
    makeSystem({
      dossier: makeDossier({
        state: 'SUBMITTED',
        stateName: 'Đã gửi thẩm định',
        limit: { __typename: 'DossierLimit', dueOn: '2025-11-18', isOverdue: true },
      }),
      checks: [makeCheck()],
    }),
  ]);
  const row = (await screen.findAllByRole('row'))[1] as HTMLElement;
  expect(within(row).getByRole('link', { name: 'Thư điện tử công vụ' }).getAttribute('href')).toBe(
    '/compliance/systems/s1',
  );
  expect(within(row).getByRole('link', { name: 'Sở KH&CN' })).toBeTruthy();
  expect(within(row).getByText('Cấp độ 3')).toBeTruthy();
  expect(within(row).getByText(/quá hạn/)).toBeTruthy();
  expect(within(row).getByText('1 không đạt')).toBeTruthy();
});

test('filters of the address are asked of the graph, and the unit is named in the title', async () => {
  const { asked } = open('/compliance/systems?owner=38.skhcn&level=3&dossier=DRAFT,RETURNED', [makeSystem()]);
  expect(await screen.findByRole('heading', { level: 1, name: 'Hệ thống của Sở KH&CN' })).toBeTruthy();
  expect(asked.find(({ operation }) => operation === 'SystemList')?.variables).toMatchObject({
    filter: { ownerId: '38.skhcn', level: 3, dossierState: ['DRAFT', 'RETURNED'] },
  });
});

test('an empty list says why and leads out', async () => {
  open('/compliance/systems?search=khong-co', []);
  expect(await screen.findByText('Không có hệ thống nào khớp bộ lọc')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Xem tất cả hệ thống' })).toBeTruthy();
});
