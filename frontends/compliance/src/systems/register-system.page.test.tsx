import { refuse } from '@lienthong/frontend-kit/testing/mocked-graph.ts';
import { renderPage } from '@lienthong/frontend-kit/testing/render-page.tsx';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { madeUnits } from '../testing/make-system.ts';
import RegisterSystemPage from './register-system.page.tsx';

function open(answers: Record<string, unknown> = {}) {
  const page = renderPage(<RegisterSystemPage />, {
    at: '/compliance/systems/new',
    path: 'compliance/systems/new',
    bloc: 'GOVERNMENT',
    unit: madeUnits.police,
    answers: {
      'Query.units': { nodes: [madeUnits.science] },
      'Query.levelRules': [
        {
          __typename: 'LevelRule',
          level: 2,
          appraiser: 'Đơn vị chuyên trách',
          approver: 'Chủ quản',
          limits: 'phê duyệt: 7 ngày làm việc',
          source: 'Nghị định 85/2016/NĐ-CP',
        },
      ],
      ...answers,
    },
  });
  const sent = () => page.asked.filter(({ operation }) => operation === 'RegisterSystem');
  return { ...page, sent, user: userEvent.setup() };
}

test('a system is registered with its level for the own unit, once for a double click, and opened', async () => {
  const { user, sent, router } = open({ 'Mutation.registerSystem': { system: { id: 's9', name: 'Thư' } } });
  expect(await screen.findByText(/Thẩm định: Đơn vị chuyên trách\. Phê duyệt: Chủ quản\./)).toBeTruthy();
  await user.type(screen.getByLabelText(/Tên hệ thống/), 'Thư điện tử');
  await user.type(screen.getByLabelText(/Mã hệ thống/), 'THU');
  await user.dblClick(screen.getByRole('button', { name: 'Đăng ký hệ thống' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/compliance/systems/s9'));
  expect(sent()).toHaveLength(1);
  expect(sent()[0]?.variables.input).toMatchObject({
    name: 'Thư điện tử',
    code: 'THU',
    level: 2,
    type: 'INTERNAL_PROCESSING',
    ownerId: '38.congan',
    operatorId: null,
  });
});

test('a level that is too low for its kind is told at the field, and what was typed stays', async () => {
  const { user } = open({
    'Mutation.registerSystem': () =>
      refuse('INVALID', 'LEVEL_BELOW_CRITERION', 'Loại hình này ít nhất là cấp độ 3.', { field: 'level' }),
  });
  await user.type(await screen.findByLabelText(/Tên hệ thống/), 'Thư điện tử');
  await user.type(screen.getByLabelText(/Mã hệ thống/), 'THU');
  await user.click(screen.getByRole('button', { name: 'Đăng ký hệ thống' }));
  expect((await screen.findAllByText('Loại hình này ít nhất là cấp độ 3.')).length).toBe(2);
  expect(screen.getByLabelText(/Tên hệ thống/)).toHaveProperty('value', 'Thư điện tử');
});

test('nothing is sent while name or code are missing', async () => {
  const { user, sent } = open();
  await user.click(await screen.findByRole('button', { name: 'Đăng ký hệ thống' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Chưa nhập: Mã hệ thống');
  expect(sent()).toHaveLength(0);
});
