import { Table } from '@lienthong/frontend-kit/mantine';
import type { ReactNode } from 'react';

/** A small table that scrolls inside itself on a narrow screen, also by keyboard. */
export function ScrollTable({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="lt-card" aria-label={caption} tabIndex={0} style={{ overflowX: 'auto', padding: 0 }}>
      <Table verticalSpacing={8} captionSide="top">
        <Table.Caption>{caption}</Table.Caption>
        {children}
      </Table>
    </section>
  );
}
