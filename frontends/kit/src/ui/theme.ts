import { createTheme, type MantineColorsTuple } from '@mantine/core';

const party: MantineColorsTuple = [
  '#fbeeee',
  '#f3d8d8',
  '#e5adad',
  '#d87f80',
  '#cc5859',
  '#c54041',
  '#a4161a',
  '#8f1216',
  '#7a0e12',
  '#62090d',
];
const government: MantineColorsTuple = [
  '#ebf2fb',
  '#d3e1f3',
  '#a3c1e6',
  '#709fd9',
  '#4882ce',
  '#2f70c8',
  '#0f4c97',
  '#0b4286',
  '#083a78',
  '#042c5e',
];

export const blocAccents = {
  PARTY: { bar: '#8f1216', line: '#e3b341', primary: 'party' },
  GOVERNMENT: { bar: '#0b3d7a', line: '#7fb2ef', primary: 'government' },
} as const;

/** The accent of a bloc marks the bar, the primary button and the active item; it never carries meaning. */
export function themeOf(bloc: keyof typeof blocAccents) {
  return createTheme({
    colors: { party, government },
    primaryColor: blocAccents[bloc].primary,
    primaryShade: 7,
    fontFamily: "'Be Vietnam Pro', 'Noto Sans', system-ui, sans-serif",
    headings: { fontFamily: "'Be Vietnam Pro', 'Noto Sans', system-ui, sans-serif", fontWeight: '600' },
    fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
    lineHeights: { xs: '1.5', sm: '1.5', md: '1.6', lg: '1.6', xl: '1.6' },
    defaultRadius: 6,
    cursorType: 'pointer',
    respectReducedMotion: true,
    components: {
      Button: { defaultProps: { size: 'sm' } },
      Tooltip: { defaultProps: { withArrow: true, openDelay: 300, events: { hover: true, focus: true, touch: true } } },
      Modal: { defaultProps: { centered: true } },
      // Otherwise the menu begins with an element that is neither item nor group.
      Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    },
  });
}
