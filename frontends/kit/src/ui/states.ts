/** How something stands; the same words, marks and colours in both portals. */
export type Tone = 'done' | 'doneLate' | 'inProgress' | 'atRisk' | 'late' | 'notDue';

export interface ToneColours {
  /** Words, on `surface` and on white. */
  ink: string;
  surface: string;
  /** Bars and dots, on white. */
  fill: string;
}

// Chosen apart in lightness as well as in hue, so that they differ for colour-blind eyes and on grey paper.
export const toneColours: Record<Tone, ToneColours> = {
  done: { ink: '#04573f', surface: '#e1f3ea', fill: '#0a7a58' },
  doneLate: { ink: '#5a3286', surface: '#f0e8f9', fill: '#8a5fc0' },
  inProgress: { ink: '#0f4a91', surface: '#e4eefb', fill: '#2f7bd6' },
  atRisk: { ink: '#7a4700', surface: '#fdf0d5', fill: '#c67c00' },
  late: { ink: '#9c1c16', surface: '#fde7e4', fill: '#c9302a' },
  notDue: { ink: '#4a545f', surface: '#edf0f3', fill: '#87919c' },
};

export const tones = Object.keys(toneColours) as Tone[];

/** The order in which a bar is read: what is finished first, what hurts before what can wait. */
export const toneOrder: readonly Tone[] = ['done', 'doneLate', 'inProgress', 'atRisk', 'late', 'notDue'];
