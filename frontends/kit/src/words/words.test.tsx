import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { en as portalEn } from '../portal/messages.en.ts';
import { vi as portalVi } from '../portal/messages.vi.ts';
import { renderPage } from '../testing/render-page.tsx';
import { en as uiEn } from '../ui/messages.en.ts';
import { vi as uiVi } from '../ui/messages.vi.ts';
import { defineWords, useLanguage } from './words.ts';

const keys = (messages: object) =>
  Object.keys(messages)
    .filter((key) => !key.endsWith('_one'))
    .sort();
const values = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

test.each([
  ['the pieces of pages', uiVi, uiEn],
  ['the portal', portalVi, portalEn],
])('%s has every word in both languages, with the same values in it', (_name, vi, en) => {
  expect(keys(en)).toEqual(keys(vi));
  for (const key of keys(vi)) {
    expect(values((en as Record<string, string>)[key] ?? ''), key).toEqual(
      values((vi as Record<string, string>)[key] ?? ''),
    );
  }
});

test('English is one click away and has its singular', async () => {
  const words = defineWords('test', {
    vi: { days: '{{count}} ngày' },
    en: { days: '{{count}} days', days_one: '{{count}} day' },
  });
  function Page() {
    const say = words.useWords();
    const { change } = useLanguage();
    return (
      <>
        <p>{say('days', { count: 1 })}</p>
        <button type="button" onClick={() => void change('en')}>
          EN
        </button>
        <button type="button" onClick={() => void change('vi')}>
          VI
        </button>
      </>
    );
  }
  renderPage(<Page />);
  expect(screen.getByText('1 ngày')).toBeDefined();
  await userEvent.click(screen.getByText('EN'));
  expect(await screen.findByText('1 day')).toBeDefined();
  expect(document.documentElement.lang).toBe('en');
  await userEvent.click(screen.getByText('VI'));
});
