import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderPage } from '../testing/render-page.tsx';
import { fileProblem, largestFile, mediaTypeOf } from './file-checks.ts';
import { FileUpload } from './file-upload.tsx';

test.each([
  ['a program', { name: 'virus.exe', size: 10 }, 'type'],
  ['a document with macros', { name: 'a.docm', size: 10 }, 'type'],
  ['two gigabytes', { name: 'a.pdf', size: 2 * 1024 ** 3 }, 'size'],
  ['nothing', { name: 'a.pdf', size: 0 }, 'empty'],
  ['the largest allowed', { name: 'A.PDF', size: largestFile }, undefined],
])('%s is judged before a byte is sent', (_what, file, problem) => {
  expect(fileProblem(file)).toBe(problem);
});

test('the media type follows from the name', () => {
  expect(mediaTypeOf('Báo cáo.xlsx')).toContain('spreadsheetml');
});

test('a file that is not taken says which and why, and can be taken away', async () => {
  const sent: unknown[] = [];
  renderPage(<FileUpload label="Minh chứng" service="plans" onChange={(files) => sent.push(files)} />);
  const user = userEvent.setup({ applyAccept: false });
  await user.upload(screen.getByLabelText('Minh chứng'), new File(['MZ'], 'chương trình.exe'));
  expect((await screen.findByRole('alert')).textContent).toBe('chương trình.exe: loại tệp này không được nhận.');
  await user.click(screen.getByRole('button', { name: 'Bỏ tệp chương trình.exe' }));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(sent.at(-1)).toEqual([]);
});

test('the button speaks the language of the page, and the keyboard reaches one control that bears the label', async () => {
  renderPage(<FileUpload label="Minh chứng" service="plans" onChange={() => undefined} />);
  const button = screen.getByText('Chọn tệp').closest('[aria-hidden]');
  expect(button?.getAttribute('tabindex')).toBeNull();
  await userEvent.setup().tab();
  expect(document.activeElement).toBe(screen.getByLabelText('Minh chứng'));
  expect(document.activeElement?.getAttribute('type')).toBe('file');
});
