import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderPage } from '../testing/render-page.tsx';
import { StateBadge } from './state-badge.tsx';
import { toneColours, tones } from './states.ts';

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const contrast = (a: string, b: string) => {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

/** The colour as an eye without one kind of cones sees it (matrices by Viénot, Brettel and Mollon, 1999). */
function seenBy(kind: 'deuteranope' | 'protanope', colour: string): [number, number, number] {
  const [r, g, b] = [1, 3, 5].map((at) => (Number.parseInt(colour.slice(at, at + 2), 16) / 255) ** 2.2) as [
    number,
    number,
    number,
  ];
  const m = { deuteranope: [0.29275, 0.70725, -0.02234], protanope: [0.11238, 0.88762, 0.00401] }[kind] as [
    number,
    number,
    number,
  ];
  const yellow = m[0] * r + m[1] * g;
  const blue = m[2] * r - m[2] * g + b;
  return [yellow, yellow, Math.max(0, blue)];
}

test('words of a state can be read on their surface and on white', () => {
  for (const tone of tones) {
    expect(contrast(toneColours[tone].ink, toneColours[tone].surface), tone).toBeGreaterThanOrEqual(4.5);
    expect(contrast(toneColours[tone].ink, '#ffffff'), tone).toBeGreaterThanOrEqual(4.5);
  }
});

test('the bars of every state stand out from white', () => {
  for (const tone of tones) expect(contrast(toneColours[tone].fill, '#ffffff'), tone).toBeGreaterThanOrEqual(3);
});

test('late and done differ for colour-blind eyes', () => {
  for (const kind of ['deuteranope', 'protanope'] as const) {
    const [a, b] = [seenBy(kind, toneColours.late.fill), seenBy(kind, toneColours.done.fill)];
    const distance = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
    expect(distance, kind).toBeGreaterThan(0.03);
  }
});

test('a state is a word and a mark, not a colour alone', () => {
  renderPage(<StateBadge tone="late" detail="12 ngày" />);
  const badge = screen.getByText('Quá hạn').closest('[data-tone]');
  expect(badge?.textContent).toBe('Quá hạn · 12 ngày');
  expect(badge?.querySelector('svg')).not.toBeNull();
});
